// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/canalurl.h"

#include "protocol/serverfilter.h"

#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

using Kind = CanalUrlError::Kind;

Failure<CanalUrlError> failure(Kind kind, const QString &detail = {})
{
    return Failure { CanalUrlError { kind, detail } };
}

std::optional<qlonglong> number(const QString &text, qlonglong least, qlonglong most)
{
    bool ok = false;
    const auto value = text.toLongLong(&ok);
    if (!ok || value < least || value > most)
        return {};
    return value;
}

Result<Ok, CanalUrlError> readQuery(const QUrl &url, CanalUrl &out)
{
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : items) {
        if (key == u"client-id") {
            const auto id = number(value, std::numeric_limits<qint16>::min(),
                                   std::numeric_limits<qint16>::max());
            if (!id)
                return failure(Kind::BadClientId, value);
            out.clientId = static_cast<qint16>(*id);
        } else if (key == u"batch-kb") {
            const auto kb = number(value, 1, maxFetchKb);
            if (!kb)
                return failure(Kind::BadBatchKb, value);
            out.batchKb = static_cast<int>(*kb);
        } else if (key == u"filter") {
            if (!checkServerFilter(value))
                return failure(Kind::BadFilter, value);
            out.filter = value;
        } else {
            return failure(Kind::UnknownKey, key);
        }
    }
    return Ok {};
}

} // namespace

Result<CanalUrl, CanalUrlError> parseCanalUrl(const QString &text)
{
    const QUrl url(text, QUrl::TolerantMode);
    if (!text.startsWith(u"canal://"_s, Qt::CaseInsensitive))
        return failure(Kind::NotCanal, text.section(u':', 0, 0));
    // Told apart before QUrl has its say, so that no error message can carry a password.
    const auto authority = text.sliced(8).section(u'/', 0, 0).section(u'?', 0, 0);
    if (const auto at = authority.lastIndexOf(u'@'); at >= 0 && authority.first(at).contains(u':'))
        return failure(Kind::PasswordInside);
    if (!url.isValid() || url.host().isEmpty()) {
        // Not the port's text: behind the colon of a mistyped URL may stand a password.
        const auto host = authority.sliced(authority.lastIndexOf(u'@') + 1).section(u':', 0, 0);
        const bool badPort = url.errorString().contains(u"port"_s, Qt::CaseInsensitive);
        return failure(badPort ? Kind::BadPort : Kind::BadHost, host);
    }
    if (url.port(defaultPort) < 1)
        return failure(Kind::BadPort, QString::number(url.port()));
    if (url.hasFragment())
        return failure(Kind::Fragment);

    CanalUrl result;
    result.host = url.host();
    result.port = static_cast<quint16>(url.port(defaultPort));
    result.user = url.userName(QUrl::FullyDecoded);
    auto path = url.path(QUrl::FullyEncoded);
    path.remove(0, 1);
    if (path.endsWith(u'/'))
        path.chop(1);
    if (path.isEmpty())
        return failure(Kind::NoDestination);
    if (path.contains(u'/'))
        return failure(Kind::BadDestination, path);
    result.destination = QUrl::fromPercentEncoding(path.toUtf8());
    if (const auto read = readQuery(url, result); !read)
        return Failure { read.error() };
    return result;
}

} // namespace canal
