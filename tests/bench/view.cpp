// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0

// What the window's thread has to do while rows keep coming, and how soon it answers:
//   bench_view FILE TIMES ROWS_PER_SECOND SECONDS events|table|tree
// First the store takes the file so many times, then a thread goes on decoding at the given rate
// while another posts an event every 2 ms. `events` is the program's own view, the others are Qt's.
#include "model/roweventmodel.h"
#include "ui/eventtableview.h"

#include <QApplication>
#include <QHeaderView>
#include <QStringList>
#include <QThread>
#include <QTimer>
#include <QTreeView>

#include "tests/bench/measure.h"
#include "tests/bench/storeaccess.h"
#include <atomic>
#include <thread>

using namespace canal;
using namespace canal::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize windowSize(1600, 920);

class Beat : public QEvent
{
public:
    Beat()
        : QEvent(User)
    { }
    double age() const { return m_posted.seconds(); }

private:
    Stopwatch m_posted;
};

class BeatTaker : public QObject
{
public:
    std::vector<double> ages;

    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        ages.push_back(static_cast<Beat *>(event)->age()); // only beats are posted here
        return true;
    }
};

// Looks at every event of the GUI thread: one during which the model has grown is a flush.
class Application : public QApplication
{
public:
    using QApplication::QApplication;

    const RowEventModel *model = nullptr;
    const QObject *viewport = nullptr;
    std::vector<double> flushes;
    std::vector<double> paints;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (model == nullptr)
            return QApplication::notify(receiver, event);
        const auto type = event->type(); // the event may be gone afterwards
        const int before = model->rowCount();
        const Stopwatch watch;
        const bool taken = QApplication::notify(receiver, event);
        if (type == QEvent::Timer && model->rowCount() != before)
            flushes.push_back(watch.seconds());
        else if (type == QEvent::Paint && receiver == viewport)
            paints.push_back(watch.seconds());
        return taken;
    }
};

// Everything that takes part; the store's writer is one thread at a time.
struct Scene
{
    explicit Scene(const FrameFile &frames)
        : file(frames)
        , store(makeStore(Tier::Default))
    { }

    // From the writing thread; the rest happens in the GUI thread, as in the program.
    std::uint32_t append(std::string_view frame)
    {
        const auto appended = appendFrame(*store, frame, ++lastBatch);
        BatchEntry batch;
        batch.epoch = Epoch { 1 };
        batch.id = BatchId { lastBatch };
        batch.firstRow = appended.firstRow;
        batch.rows = appended.rows;
        batch.events = appended.events;
        batch.bytes = static_cast<qint64>(frame.size());
        QMetaObject::invokeMethod(
            &model,
            [this, batch] {
                ledger.add(batch);
                model.scheduleFlush();
            },
            Qt::QueuedConnection);
        return appended.events;
    }

    const FrameFile &file;
    std::unique_ptr<EventStore> store;
    BatchLedger ledger;
    RowEventModel model;
    std::int64_t lastBatch = 0;
};

std::unique_ptr<QAbstractItemView> makeView(const QString &kind, RowEventModel &model)
{
    if (kind == u"events") {
        auto view = std::make_unique<EventTableView>(model);
        view->goToEnd();
        return view;
    }
    std::unique_ptr<QAbstractItemView> view;
    if (kind == u"table") {
        auto table = std::make_unique<QTableView>();
        table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        table->verticalHeader()->hide();
        table->setWordWrap(false);
        view = std::move(table);
    } else {
        auto tree = std::make_unique<QTreeView>();
        tree->setUniformRowHeights(true);
        tree->setRootIsDecorated(false);
        view = std::move(tree);
    }
    view->setModel(&model);
    QObject::connect(&model, &QAbstractItemModel::rowsInserted, view.get(),
                     &QAbstractItemView::scrollToBottom);
    return view;
}

void waitUntilShown(const RowEventModel &model)
{
    constexpr double quietSeconds = 0.6; // longer than the slowest flush waits
    int rows = -1;
    for (Stopwatch quiet; quiet.seconds() < quietSeconds; QThread::msleep(1)) {
        QCoreApplication::processEvents();
        if (model.rowCount() != rows) {
            rows = model.rowCount();
            quiet = {};
        }
    }
}

void decodeAtRate(Scene &scene, double rowsPerSecond, const std::stop_token &stop,
                  std::atomic<quint64> &rows)
{
    const Stopwatch watch;
    for (std::size_t i = 0; !stop.stop_requested(); i = (i + 1) % scene.file.frames().size()) {
        while (static_cast<double>(rows) > watch.seconds() * rowsPerSecond
               && !stop.stop_requested())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        rows += scene.append(scene.file.frames()[i]);
    }
}

} // namespace

int main(int argc, char **argv)
{
    Application application(argc, argv);
    const auto arguments = QCoreApplication::arguments().mid(1);
    if (arguments.size() != 5)
        qFatal("bench_view FILE TIMES ROWS_PER_SECOND SECONDS events|table|tree");
    const FrameFile file(arguments[0], FrameFile::Where::Mapped);
    Scene scene(file);
    for (int i = 0; i < arguments[1].toInt(); ++i)
        for (const auto frame : file.frames())
            scene.append(frame);
    scene.model.setSource(scene.store.get(), &scene.ledger);
    const auto view = makeView(arguments[4], scene.model);
    view->resize(windowSize);
    view->show();
    waitUntilShown(scene.model);
    const int rowsBefore = scene.model.rowCount();

    BeatTaker taker;
    std::atomic<quint64> decoded = 0;
    const double seconds = arguments[3].toDouble();
    application.model = &scene.model;
    application.viewport = view->viewport();
    std::jthread decoder([&](const std::stop_token &stop) {
        decodeAtRate(scene, arguments[2].toDouble(), stop, decoded);
    });
    std::jthread heart([&](const std::stop_token &stop) {
        for (; !stop.stop_requested(); std::this_thread::sleep_for(std::chrono::milliseconds(2)))
            QCoreApplication::postEvent(&taker, new Beat);
    });
    QTimer::singleShot(static_cast<int>(seconds * 1000), &application, &QCoreApplication::quit);
    QApplication::exec();
    for (auto *thread : { &heart, &decoder }) {
        thread->request_stop();
        thread->join();
    }
    application.model = nullptr;
    print({ { u"rows_before"_s, rowsBefore },
            { u"rows_shown"_s, scene.model.rowCount() - rowsBefore },
            { u"rows_per_second"_s, static_cast<double>(decoded) / seconds },
            { u"beats"_s, qint64(taker.ages.size()) },
            { u"latency_median"_s, median(taker.ages) },
            { u"latency_p99"_s, percentile(taker.ages, 0.99) },
            { u"latency_max"_s, percentile(taker.ages, 1) },
            { u"flushes"_s, qint64(application.flushes.size()) },
            { u"flush_median"_s, median(application.flushes) },
            { u"flush_p99"_s, percentile(application.flushes, 0.99) },
            { u"paint_median"_s, median(application.paints) },
            { u"platform"_s, QGuiApplication::platformName() } });
    return 0;
}
