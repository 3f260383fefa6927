// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/clientidbox.h"

#include "protocol/clientconfig.h"
#include "ui/plaintext.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

constexpr qint16 canalsOwnClients = 1001;

// "1001   the id Canal's own clients use"
class IdDelegate : public PlainDelegate
{
public:
    using PlainDelegate::PlainDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        PlainDelegate::initStyleOption(option, index);
        option->text += u"   "_s + index.data(Qt::UserRole).toString();
    }
};

} // namespace

ClientIdBox::ClientIdBox(QWidget *parent)
    : QComboBox(parent)
{
    setObjectName(u"clientId"_s);
    setEditable(true);
    setInsertPolicy(NoInsert);
    setItemDelegate(new IdDelegate(this));
    setAccessibleName(tr("Client id"));
    lineEdit()->setAccessibleName(tr("Client id"));
    view()->setMinimumWidth(320);
}

qint16 ClientIdBox::drawOwnId()
{
    return static_cast<qint16>(
        QRandomGenerator::global()->bounded(firstOwnClientId, lastOwnClientId + 1));
}

void ClientIdBox::setId(qint16 id, qint16 ownId)
{
    m_ownId = ownId != 0 ? ownId : drawOwnId();
    clear();
    addItem(QString::number(m_ownId), tr("our own id, kept with this connection"));
    addItem(QString::number(canalsOwnClients), tr("the id Canal's own clients use"));
    setEditText(QString::number(id != 0 ? id : m_ownId));
}

std::optional<qint16> ClientIdBox::id() const
{
    bool isNumber = false;
    const auto number = currentText().trimmed().toShort(&isNumber);
    return isNumber && number != 0 ? std::optional(number) : std::nullopt;
}

bool ClientIdBox::isOwn() const { return id() == m_ownId; }

QString ClientIdBox::explanation() const
{
    if (!id())
        return tr("The client id is a number from -32768 to 32767, and not 0.");
    if (isOwn())
        return tr("%1 is an id of our own, kept with this connection and given up on the server "
                  "when we leave.")
            .arg(m_ownId);
    if (id() == canalsOwnClients)
        return tr("1001: the id Canal's own clients use; taking it means taking their place. What "
                  "they have not acknowledged is rolled back when we connect.");
    return tr("An id that you give stays subscribed when we leave. What it has not acknowledged "
              "is rolled back when we connect.");
}

} // namespace canal
