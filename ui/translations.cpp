// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

using namespace Qt::StringLiterals;

namespace canal {

void installTranslators(QCoreApplication &app, const QString &language)
{
    // Deleting one also takes it out of use.
    qDeleteAll(app.findChildren<QTranslator *>(Qt::FindDirectChildrenOnly));
    const auto locale = language.isEmpty() ? QLocale() : QLocale(language);
    const auto install = [&](const QLocale &wanted, const QString &name, const QString &directory) {
        auto translator = std::make_unique<QTranslator>(&app);
        if (!translator->load(wanted, name, u"_"_s, directory))
            return false;
        QCoreApplication::installTranslator(translator.release()); // the application's child
        return true;
    };
    const auto ours = u"canal-inspector"_s;
    install(locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (!install(locale, ours, u":/i18n"_s)) // the sources' English has no plurals
        install(QLocale::English, ours, u":/i18n"_s);
}

} // namespace canal
