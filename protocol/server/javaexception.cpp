// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/javaexception.h"

namespace canal::server {
namespace {

const QByteArray canalPackage = QByteArrayLiteral("com.alibaba.otter.canal.");
const QByteArray frames
    = QByteArrayLiteral("\tat com.alibaba.otter.canal.server.embedded.CanalServerWithEmbedded\n"
                        "\tat com.alibaba.otter.canal.server.netty.handler.SessionHandler\n"
                        "\tat org.jboss.netty.channel.SimpleChannelHandler\n"
                        "\tat java.base/java.lang.Thread.run\n");

QByteArray line(const JavaException &exception)
{
    return exception.type + ": " + exception.message;
}

} // namespace

QByteArray JavaException::stackTrace() const
{
    const auto head = line(*this) + '\n';
    if (!cause.isEmpty())
        return head + "Caused by: " + cause + '\n' + frames;
    return type.startsWith(canalPackage) ? head : head + frames;
}

JavaException serverException(const QByteArray &message)
{
    return { canalPackage + "server.exception.CanalServerException", message, {} };
}

JavaException metaManagerException(const QByteArray &message)
{
    return { canalPackage + "meta.exception.CanalMetaManagerException", message, {} };
}

JavaException storeException(const QByteArray &message)
{
    return { canalPackage + "store.CanalStoreException", message, {} };
}

JavaException indexOutOfBounds()
{
    return { "java.lang.IndexOutOfBoundsException", "Index 0 out of bounds for length 0", {} };
}

JavaException numberFormat(const QByteArray &message)
{
    return { "java.lang.NumberFormatException", message, {} };
}

JavaException nullPointer(const QByteArray &call, const QByteArray &variable)
{
    return { "java.lang.NullPointerException",
             "Cannot invoke \"" + call + "\" because \"" + variable + "\" is null",
             {} };
}

JavaException invalidProtocolBuffer(const QByteArray &message)
{
    return { "com.google.protobuf.InvalidProtocolBufferException", message, {} };
}

JavaException noSuchInstance(const QByteArray &destination)
{
    const auto cause = line(serverException("can't find destination:" + destination));
    return { "com.google.common.util.concurrent.UncheckedExecutionException", cause, cause };
}

JavaException wrapped(const JavaException &cause)
{
    return { serverException({}).type, line(cause), line(cause) };
}

} // namespace canal::server
