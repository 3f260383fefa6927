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
    const auto locale = language.isEmpty() ? QLocale() : QLocale(language);
    const auto install = [&](const QString &name, const QString &directory) {
        auto translator = std::make_unique<QTranslator>(&app);
        if (translator->load(locale, name, u"_"_s, directory))
            QCoreApplication::installTranslator(translator.release()); // the application's child
    };
    install(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(u"canal-inspector"_s, u":/i18n"_s);
}

} // namespace canal
