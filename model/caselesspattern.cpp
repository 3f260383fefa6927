// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/caselesspattern.h"

#include <QStringList>

namespace canal {

TextPattern caselessPattern(const QString &text)
{
    std::vector<TextPattern::Forms> characters;
    for (const char32_t codePoint : text.toUcs4()) {
        QStringList forms { QString::fromUcs4(&codePoint, 1) };
        for (const auto form : { QChar::toLower(codePoint), QChar::toUpper(codePoint),
                                 QChar::toTitleCase(codePoint), QChar::toCaseFolded(codePoint) })
            forms.append(QString::fromUcs4(&form, 1));
        forms.removeDuplicates();
        TextPattern::Forms utf8;
        for (const auto &form : forms)
            utf8.push_back(form.toStdString());
        characters.push_back(std::move(utf8));
    }
    return TextPattern(std::move(characters));
}

} // namespace canal
