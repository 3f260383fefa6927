// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/errortext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

using Kind = ClientError::Kind;

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(canal::ErrorText)

public:
    static QString summary(const ClientError &error, const QString &peer);
    static QString advice(const ClientError &error);

private:
    static QString notReceived(ClientState during);
    static QString closedAdvice(ClientState during);
    static QString complaintAdvice(ServerComplaint complaint);
};

QString Texts::notReceived(ClientState during)
{
    switch (during) {
    case ClientState::Connecting:
        return tr("No connection to %1 within the time limit.");
    case ClientState::AwaitingHandshake:
        return tr("%1 accepts connections but sends no Canal handshake.");
    case ClientState::Authenticating:
        return tr("%1 did not answer the login.");
    case ClientState::Subscribing:
        return tr("%1 did not answer the subscription.");
    case ClientState::Idle:
    case ClientState::Streaming:
    case ClientState::Leaving:
    case ClientState::Waiting:
    case ClientState::Failed:
        break;
    }
    return tr("%1 stopped answering.");
}

QString Texts::summary(const ClientError &error, const QString &peer)
{
    switch (error.kind) {
    case Kind::HostNotFound:
        return tr("The host of %1 is not known.").arg(peer);
    case Kind::Refused:
        return tr("%1 refuses connections.").arg(peer);
    case Kind::Unreachable:
        return tr("The connection to %1 failed.").arg(peer);
    case Kind::Closed:
        return error.during == ClientState::Authenticating
            ? tr("%1 closed the connection right after the login.").arg(peer)
            : tr("%1 closed the connection.").arg(peer);
    case Kind::Timeout:
        return notReceived(error.during).arg(peer);
    case Kind::NotCanal:
        return tr("%1 is no Canal server: its first bytes are no Canal handshake.").arg(peer);
    case Kind::BadFrame:
    case Kind::BadPacket:
        return tr("%1 sent something that is not Canal's protocol.").arg(peer);
    case Kind::BadEntry:
        return tr("%1 sent a batch that cannot be read. It was not acknowledged.").arg(peer);
    case Kind::OverLimit:
        return tr("%1 sent more than the limits allow. Nothing of it was acknowledged.").arg(peer);
    case Kind::NoSeed:
        return tr("The password was not sent: %1 gave no usable seed to scramble it with.")
            .arg(peer);
    case Kind::AuthRejected:
        return tr("%1 rejected the login.").arg(peer);
    case Kind::SubscribeRejected:
        return tr("%1 rejected the subscription.").arg(peer);
    case Kind::ServerRejected:
        return tr("%1 rejected a request.").arg(peer);
    }
    Q_UNREACHABLE();
}

QString Texts::closedAdvice(ClientState during)
{
    if (during == ClientState::Authenticating)
        return tr("Canal closes without a word when its own canal.passwd is not the 40 hex digits "
                  "of SHA1(SHA1(password)), for example when it was set in clear text. Check "
                  "canal.passwd in the server's canal.properties.");
    if (during == ClientState::AwaitingHandshake)
        return tr(
            "Something else may be listening on this port, or too many connections are open.");
    return {};
}

QString Texts::complaintAdvice(ServerComplaint complaint)
{
    switch (complaint) {
    case ServerComplaint::AuthFailed:
        return tr("User or password is wrong. The password is the clear text, not the 40 hex "
                  "digits of canal.passwd.");
    case ServerComplaint::NotStarted:
        return tr("The destination's name is mistyped, or the instance is stopped, runs on "
                  "another server of the cluster (this one is standby), or is still booting. "
                  "The server says the same in all four cases.");
    case ServerComplaint::NotSubscribed:
        return tr("The server has forgotten the subscription; it was probably restarted.");
    case ServerComplaint::NotOldestBatch:
        return tr("An older batch is still outstanding, perhaps from an earlier session with the "
                  "same client id.");
    case ServerComplaint::AckOfUnknownBatch:
    case ServerComplaint::RollbackOfUnknownBatch:
        return tr("The batch was acknowledged or rolled back already, perhaps by another client "
                  "with the same id, or the instance was restarted.");
    case ServerComplaint::AckPositionGone:
        return tr("Another client of this destination has acknowledged past this batch.");
    case ServerComplaint::StoreRowsGone:
        return tr("A rollback of a single batch moved the server's pointer under batches that "
                  "were outstanding; their rows are lost until everything is rolled back.");
    case ServerComplaint::BadClientId:
        return tr("The client id must be a number from -32768 to 32767.");
    case ServerComplaint::BadFetchSize:
        return tr("The batch size is out of the server's range.");
    case ServerComplaint::UnsupportedPacket:
    case ServerComplaint::EmptyField:
    case ServerComplaint::BatchIdMissing:
    case ServerComplaint::Unknown:
        break;
    }
    return {};
}

QString Texts::advice(const ClientError &error)
{
    switch (error.kind) {
    case Kind::HostNotFound:
        return tr("Check the host name.");
    case Kind::Refused:
        return tr("Check host and port (Canal's default is 11111). A Canal server in MQ mode "
                  "(canal.serverMode is not tcp) does not open this port.");
    case Kind::Unreachable:
        return {};
    case Kind::Closed:
        return closedAdvice(error.during);
    case Kind::Timeout:
        return error.during == ClientState::Streaming
            ? tr("Another client may wait in a GET without a timeout, which locks the destination "
                 "for everybody until enough data has come or the instance is restarted.")
            : tr("Check host, port and firewalls in between.");
    case Kind::NotCanal:
        return tr("Check host and port. Canal's client port is 11111; 11110 is its admin port, "
                  "11112 its metrics, 3306 is MySQL.");
    case Kind::BadFrame:
    case Kind::BadPacket:
        return tr("Check that the port is Canal's client port and that no proxy changes the data.");
    case Kind::BadEntry:
        return tr("Its rows stay on the server. Please report this with the details.");
    case Kind::OverLimit:
        return tr("Connect again with a smaller batch size, so that fewer rows come at once.");
    case Kind::NoSeed:
        return tr("Servers before 1.1.4 send no seed and know no password; connect without one.");
    case Kind::AuthRejected:
    case Kind::SubscribeRejected:
    case Kind::ServerRejected:
        return complaintAdvice(error.complaint);
    }
    Q_UNREACHABLE();
}

} // namespace

ErrorText describe(const ClientError &error, const QString &peer)
{
    ErrorText text { Texts::summary(error, peer), Texts::advice(error), error.detail };
    if (error.serverCode != 0)
        text.details = u"%1: %2"_s.arg(error.serverCode).arg(error.detail);
    return text;
}

} // namespace canal
