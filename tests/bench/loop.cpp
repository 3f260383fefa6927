// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0

// The program's client, getting and acknowledging batches over loopback from a server that has them
// ready:
//   bench_loop FILE ROUNDS
#include "protocol/canalclient.h"

#include <QCoreApplication>
#include <QStringList>

#include "tests/bench/frameserver.h"
#include "tests/bench/measure.h"
#include "tests/bench/storeaccess.h"

using namespace canal;
using namespace canal::bench;
using namespace Qt::StringLiterals;

namespace {

enum class With { Store, Nothing };

ClientConfig configFor(const FrameServer &server, int depth)
{
    ClientConfig config;
    config.host = u"127.0.0.1"_s;
    config.port = server.port();
    config.destination = { u"example"_s, 1001 };
    config.mode = AccessMode::Auto;
    config.maxUnackedBatches = depth;
    config.retries = false;
    return config;
}

// All frames once; each batch is acked when it is done with, and at most `depth` are under way.
void runLoop(const FrameServer &server, std::size_t batches, int depth, With what)
{
    const auto store = makeStore(Tier::Hot);
    CanalClient client(configFor(server, depth));
    std::size_t taken = 0;
    QObject::connect(&client, &CanalClient::batchReceived, &client,
                     [&](Epoch epoch, const Messages &messages) {
                         if (what == With::Store)
                             store->append(epoch, messages.batch, messages.entries);
                         client.ack(epoch, messages.batch);
                         if (++taken == batches)
                             QCoreApplication::quit();
                     });
    QObject::connect(&client, &CanalClient::failed, &client,
                     [](const ClientError &error) { qFatal("%s", qPrintable(error.detail)); });
    client.open();
    QCoreApplication::exec();
    client.abort();
    if (what == With::Store && store->committedRows() == 0)
        qFatal("nothing came");
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments().mid(1);
    if (arguments.size() != 2)
        qFatal("bench_loop FILE ROUNDS");
    const FrameFile file(arguments[0], FrameFile::Where::Copied);
    const auto batches = file.frames().size();
    const FrameServer server(file.frames());
    std::vector<Method> methods;
    const auto add = [&](const char *name, int depth, With what) {
        methods.push_back(
            { name, [&server, batches, depth, what] { runLoop(server, batches, depth, what); } });
    };
    add("store, depth 2", 2, With::Store);
    add("store, lock-step", 1, With::Store);
    add("discard, depth 2", 2, With::Nothing);
    add("discard, lock-step", 1, With::Nothing);
    measureInTurns(methods, arguments[1].toInt());
    print({ { u"batches"_s, qint64(batches) },
            { u"bytes"_s, qint64(file.bytes().size()) },
            { u"seconds"_s, secondsByMethod(methods) } });
    return 0;
}
