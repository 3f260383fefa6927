// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/filternamedialog.h"

#include "ui/plaintext.h"
#include "ui/theme.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace canal {

FilterNameDialog::FilterNameDialog(const FilterLibrary &library, const SavedFilter &filter,
                                   QWidget *parent)
    : QDialog(parent)
    , m_library(library)
    , m_nameSoFar(filter.name)
    , m_name(new QLineEdit(filter.name, this))
    , m_remark(new PlainLabel(this))
    , m_save(new QPushButton(tr("Save"), this))
{
    setObjectName(u"filterNameDialog"_s);
    setWindowTitle(filter.name.isEmpty() ? tr("Save the filter") : tr("Rename the filter"));
    constexpr int width = 460;
    setFixedWidth(width);
    m_name->setObjectName(u"filterName"_s);
    m_name->setAccessibleName(tr("Name of the filter"));
    m_name->setPlaceholderText(tr("Name, or Group // Name"));
    m_name->setMaxLength(FilterLibrary::mostNameChars);
    auto *text = new ElidedLabel(Qt::ElideRight, this);
    text->setFont(Theme::cellFont());
    text->setText(filter.text);
    m_remark->setFont(Theme::uiFont(11));
    m_remark->setObjectName(u"filterNameRemark"_s);
    m_save->setDefault(true);
    m_save->setObjectName(u"filterNameSave"_s);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    for (QWidget *line : { static_cast<QWidget *>(text), static_cast<QWidget *>(m_name),
                           static_cast<QWidget *>(m_remark) })
        column->addWidget(line);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_name, &QLineEdit::textChanged, this, &FilterNameDialog::check);
    m_name->setFocus();
    check();
}

QString FilterNameDialog::name() const { return cleanFilterName(m_name->text()); }

void FilterNameDialog::check()
{
    m_save->setEnabled(!name().isEmpty());
    const bool replaces = name() != m_nameSoFar && m_library.named(name()).has_value();
    m_remark->setText(replaces ? tr("The filter of that name is replaced.")
                               : tr("Filters of one group share a button: “Group // Name”."));
}

} // namespace canal
