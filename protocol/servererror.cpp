// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/servererror.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

struct Sign
{
    QLatin1StringView text;
    ServerComplaint complaint;
};

using enum ServerComplaint;

constexpr auto signs = std::to_array<Sign>({
    { "auth failed for"_L1, AuthFailed },
    { "should start first"_L1, NotStarted },
    { "should subscribe first"_L1, NotSubscribed },
    { "is not the firstly"_L1, NotOldestBatch },
    { "rollback error"_L1, RollbackOfUnknownBatch }, // before "ack error", which it contains
    { "ack error"_L1, AckOfUnknownBatch },
    { "no match ack position"_L1, AckPositionGone },
    { "NumberFormatException"_L1, BadClientId },
    { "IndexOutOfBoundsException"_L1, BadFetchSize },
    { "is NOT supported"_L1, UnsupportedPacket },
    { "NullPointerException"_L1, StoreRowsGone },
    { "destination or clientId is null"_L1, EmptyField },
    { "batchId should assign value"_L1, BatchIdMissing },
});

ServerComplaint complaintOf(const QString &firstLine)
{
    for (const auto &sign : signs)
        if (firstLine.contains(sign.text))
            return sign.complaint;
    return Unknown;
}

// Canal sends "something goes wrong with channel:[…], exception=<Java stack trace>"; the newest
// source writes "exception: ". What counts is the exception's own line, without its package.
QString firstLineOf(const QString &text)
{
    static const QRegularExpression lead(u"^something goes wrong with channel.*?exception[=:] ?"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression package(u"^(?:[a-z0-9_]+\\.)+(?=[A-Z])"_s);
    auto rest = text;
    rest.remove(lead);
    return rest.section(u'\n', 0, 0).trimmed().remove(package);
}

std::optional<BatchId> batchOf(const QString &line)
{
    static const QRegularExpression number(u"batchId:(-?\\d+)"_s);
    const auto match = number.match(line);
    if (!match.hasMatch())
        return {};
    return BatchId { match.captured(1).toLongLong() };
}

} // namespace

ServerError recogniseServerError(int code, const QString &text)
{
    const auto firstLine = firstLineOf(text);
    return { code, complaintOf(firstLine), firstLine, batchOf(firstLine) };
}

bool canBeAnswerTo(ServerComplaint complaint, RequestKind request)
{
    using enum RequestKind;
    switch (complaint) {
    case AuthFailed:
        return request == Auth;
    case NotStarted:
        return request == Subscribe || request == Get || request == Ack || request == Rollback;
    case NotSubscribed:
        return request == Get || request == Ack;
    case NotOldestBatch:
        return request == Ack || request == Rollback;
    case AckOfUnknownBatch:
    case AckPositionGone:
    case StoreRowsGone:
    case BatchIdMissing:
        return request == Ack;
    case RollbackOfUnknownBatch:
        return request == Rollback;
    case BadFetchSize:
        return request == Get;
    case BadClientId:
    case EmptyField:
        return request != Auth;
    case UnsupportedPacket:
    case Unknown:
        return true;
    }
    Q_UNREACHABLE();
}

} // namespace canal
