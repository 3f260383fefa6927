// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0

// Renders the window in its states as PNG files, without a server:
//   QT_QPA_PLATFORM=offscreen gallery DIR [light|dark|blind-light|blind-dark] [en|zh_CN]
//   [WIDTHxHEIGHT]
#include "model/filterlibrary.h"
#include "ui/actions.h"
#include "ui/commandpalette.h"
#include "ui/connectdialog.h"
#include "ui/diffview.h"
#include "ui/eventtableview.h"
#include "ui/exportdialog.h"
#include "ui/filterbar.h"
#include "ui/filterhelp.h"
#include "ui/mainwindow.h"
#include "ui/plaintext.h"
#include "ui/questiondialog.h"
#include "ui/questions.h"
#include "ui/theme.h"
#include "ui/timelineview.h"
#include "ui/transactiontableview.h"
#include "ui/translations.h"
#include "ui/valueview.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenuBar>
#include <QRadioButton>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include "tests/ui/fakeinteraction.h"
#include "tests/ui/samplesession.h"

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

class Gallery
{
public:
    Gallery(QString directory, QSize size)
        : m_directory(std::move(directory))
        , m_size(size)
    { }

    void shoot(QWidget &widget, const QString &name) const
    {
        constexpr int settleMs = 300;
        QTest::qWait(settleMs);
        widget.grab().save(QDir(m_directory).filePath(name + u".png"_s));
    }

    void shootWindow(const QString &name, AccessMode mode,
                     const std::function<void(MainWindow &, SampleSession &)> &prepare)
    {
        SampleSession session(mode);
        MainWindow window(m_interaction);
        window.resize(m_size);
        window.show();
        window.setProfiles(profiles());
        window.showSession(session.view());
        window.showState(ClientState::Connecting);
        window.showState(ClientState::Streaming);
        session.addShop();
        window.rowsArrived();
        QTest::qWait(200);
        prepare(window, session);
        shoot(window, name);
        window.dropSession();
    }

    QList<ConnectionProfile> profiles() const
    {
        auto one = SampleSession().profile();
        one.label = ConnectionProfile::Label::Green;
        auto two = one;
        two.label = ConnectionProfile::Label::Amber;
        two.name = u"crm debug"_s;
        two.host = u"10.0.0.9"_s;
        two.destination = u"crm_dbg"_s;
        two.mode = AccessMode::Manual;
        two.clientId = 20455;
        auto three = one;
        three.name = u"shop live"_s;
        three.host = u"canal.prod"_s;
        three.destination = u"shop"_s;
        three.mode = AccessMode::Manual;
        three.label = ConnectionProfile::Label::Red;
        three.isProduction = true;
        return { one, three, two };
    }

    FakeInteraction &interaction() { return m_interaction; }

private:
    const QString m_directory;
    const QSize m_size;
    FakeInteraction m_interaction;
};

void selectRow(MainWindow &window, int row)
{
    auto &table = *window.findChild<EventTableView *>();
    table.goToRow(row);
    table.scrollTo(table.model()->index(row, 0), QAbstractItemView::PositionAtCenter);
}

void shootMain(Gallery &gallery)
{
    gallery.shootWindow(u"main-peek"_s, AccessMode::Peek,
                        [](MainWindow &window, SampleSession &) { selectRow(window, 120); });
    gallery.shootWindow(u"main-follow-off"_s, AccessMode::Peek,
                        [](MainWindow &window, SampleSession &session) {
                            selectRow(window, 60);
                            session.addRows(148);
                            window.rowsArrived();
                        });
    gallery.shootWindow(u"main-ddl"_s, AccessMode::Auto,
                        [](MainWindow &window, SampleSession &) { selectRow(window, 34); });
    gallery.shootWindow(
        u"main-every-kind"_s, AccessMode::Peek, [](MainWindow &window, SampleSession &session) {
            session.addBatch({ annotationEntry("UPDATE products SET price = 1 WHERE id = 4", 99),
                               everyKindEntry(100) });
            window.rowsArrived();
            QTest::qWait(100);
            auto &table = *window.findChild<EventTableView *>();
            selectRow(window, table.model()->rowCount() - 1);
        });
    const std::pair<const char *, TimelineView::Tab> tabs[] = {
        { "timeline-columns", TimelineView::Tab::Columns },
        { "timeline-undo", TimelineView::Tab::Undo },
    };
    for (const auto &[name, tab] : tabs)
        gallery.shootWindow(QString::fromLatin1(name), AccessMode::Peek,
                            [tab = tab](MainWindow &window, SampleSession &) {
                                window.findChild<QDockWidget *>(u"timelineDock"_s)->raise();
                                selectRow(window, 134);
                                QTest::qWait(400);
                                window.findChild<QTabBar *>(u"timelineTabs"_s)
                                    ->setCurrentIndex(static_cast<int>(tab));
                            });
    gallery.shootWindow(
        u"manual"_s, AccessMode::Manual, [](MainWindow &window, SampleSession &session) {
            session.ack(0);
            session.ack(1);
            session.fail(2, u"CanalServerException: batchId:3 is not the firstly:2"_s);
            session.markSent(3);
            session.markSent(4);
            selectRow(window, 120);
        });
    gallery.shootWindow(u"filtered"_s, AccessMode::Peek, [](MainWindow &window, SampleSession &) {
        window.findChild<QLineEdit *>(u"filterBox"_s)->setText(u"李雷"_s);
        QTest::qWait(400);
        selectRow(window, 3);
    });
    gallery.shootWindow(
        u"filter-wrong"_s, AccessMode::Peek, [](MainWindow &window, SampleSession &) {
            window.findChild<QLineEdit *>(u"filterBox"_s)->setText(u"table:orders"_s);
            QTest::qWait(400);
            window.findChild<QLineEdit *>(u"filterBox"_s)
                ->setText(u"table:orders and after.amount > )"_s);
            QTest::qWait(400);
        });
    gallery.shootWindow(u"filter-unknown"_s, AccessMode::Peek,
                        [](MainWindow &window, SampleSession &) {
                            window.findChild<QLineEdit *>(u"filterBox"_s)
                                ->setText(u"table:orders after.statuz = \"PAID\""_s);
                            QTest::qWait(400);
                        });
    gallery.shootWindow(u"filter-valid"_s, AccessMode::Peek,
                        [](MainWindow &window, SampleSession &) {
                            window.findChild<QLineEdit *>(u"filterBox"_s)
                                ->setText(u"op:update status: * -> PAID"_s);
                            QTest::qWait(400);
                        });
    gallery.shootWindow(u"filter-recent"_s, AccessMode::Peek,
                        [](MainWindow &window, SampleSession &) {
                            auto &library = window.filters();
                            library.save({ u"No heartbeats"_s, u"-table:heartbeat"_s });
                            library.save({ u"Orders // Paid"_s, u"after.status = PAID"_s });
                            library.save({ u"My rows"_s, u"after.customer = \"Ann\""_s });
                            library.use(u"-table:heartbeat is:ddl or before.qty > 1"_s);
                            library.use(u"pk:42"_s);
                            library.use(u"table:orders op:update status: PAID -> *"_s);
                            QTest::qWait(100);
                            window.findChild<QToolButton *>(u"filterRecent"_s)->click();
                        });
    gallery.shootWindow(u"filter-typing"_s, AccessMode::Peek,
                        [](MainWindow &window, SampleSession &) {
                            auto &box = *window.findChild<QLineEdit *>(u"filterBox"_s);
                            box.setFocus();
                            QTest::keyClicks(&box, u"table:orders before.st"_s);
                        });
    gallery.shootWindow(u"filtered-to-nothing"_s, AccessMode::Peek,
                        [](MainWindow &window, SampleSession &) {
                            window.findChild<QLineEdit *>(u"filterBox"_s)->setText(u"no such"_s);
                            QTest::qWait(400);
                        });
    gallery.shootWindow(u"find"_s, AccessMode::Peek, [](MainWindow &window, SampleSession &) {
        window.findChild<QLineEdit *>(u"findBox"_s)->setText(u"no such text"_s);
        window.findChild<QAction *>(u"findNext"_s)->trigger();
    });
    gallery.shootWindow(u"banners"_s, AccessMode::Peek, [](MainWindow &window, SampleSession &) {
        window.showHolds(FetchHold::PeekLimit);
        ClientError error;
        error.kind = ClientError::Kind::SubscribeRejected;
        error.complaint = ServerComplaint::NotStarted;
        error.serverCode = 401;
        error.detail
            = u"something goes wrong with channel: destination:exampel should start first\n\tat com.alibaba.otter"_s;
        window.showError(error);
        window.showState(ClientState::Waiting);
        window.showRetry(6000);
    });
}

void selectTwoRows(MainWindow &window, int first, int second)
{
    auto &table = *window.findChild<EventTableView *>();
    selectRow(window, first);
    table.selectionModel()->setCurrentIndex(
        table.model()->index(second, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    window.findChild<QAction *>(u"compareRows"_s)->trigger();
}

void shootManyRows(Gallery &gallery)
{
    gallery.shootWindow(u"mini-map"_s, AccessMode::Peek,
                        [](MainWindow &window, SampleSession &session) {
                            for (int i = 0; i < 20; ++i)
                                session.addShop();
                            window.rowsArrived();
                            QTest::qWait(300);
                            for (const int row : { 700, 2100 }) {
                                selectRow(window, row);
                                window.findChild<QAction *>(u"mark"_s)->trigger();
                            }
                            selectRow(window, 1500);
                        });
    gallery.shootWindow(u"compare-rows"_s, AccessMode::Peek,
                        [](MainWindow &window, SampleSession &) { selectTwoRows(window, 0, 5); });
    gallery.shootWindow(u"compare-tables"_s, AccessMode::Peek,
                        [](MainWindow &window, SampleSession &) { selectTwoRows(window, 5, 6); });
}

// Transactions as MySQL sends them, beside those of the shop, which are MariaDB's without SQL.
class TransactionWriter
{
public:
    QByteArray begin() { return beginEntry(spec({}), 169); }
    QByteArray end()
    {
        auto entry = endEntry(spec({}), QByteArray::number(2590 + m_number));
        ++m_number;
        return entry;
    }
    QByteArray sql(const QByteArray &text)
    {
        auto annotation = spec({});
        annotation.schema.clear();
        return statementEntry(EventType::Query, text, false, annotation);
    }
    QByteArray alter(const QByteArray &text)
    {
        return statementEntry(EventType::Alter, text, true, spec("orders"));
    }
    QByteArray insert(const QByteArray &table, int count)
    {
        QList<Row> rows;
        for (int i = 0; i < count; ++i)
            rows.append({ {},
                          { { "id", QByteArray::number(++m_key), "int(11)", 4, true },
                            { "sku", "mango" },
                            { "qty", "2" } } });
        return rowsEntry(EventType::Insert, rows, spec(table));
    }
    QByteArray order() { return SampleSession::orderEntry(spec("orders")); }

private:
    EntrySpec spec(const QByteArray &table)
    {
        EntrySpec spec;
        spec.logFile = "mysql-bin.000012";
        spec.offset = m_offset += 137;
        spec.table = table;
        spec.executeTimeMs = 1'795'348'900'000 + m_number * 1000LL;
        spec.currentGtid
            = "3e11fa47-71ca-11e1-9e33-c80aa9429562:" + QByteArray::number(9906 + m_number);
        return spec;
    }

    qint64 m_offset = 48'300'000;
    int m_number = 0;
    int m_key = 9120;
};

void addTransactions(SampleSession &session)
{
    TransactionWriter tx;
    session.addBatch({ tx.begin(), tx.sql("INSERT INTO cart (user, sku) VALUES (7, 'mango')"),
                       tx.insert("cart", 1), tx.end(), tx.begin(),
                       tx.sql("INSERT INTO order_items (order_id, sku, qty)\nVALUES (47, 'mango', "
                              "2), (47, 'kiwi', 1)"),
                       tx.insert("order_items", 2),
                       tx.sql("UPDATE orders SET status = 'PAID', paid_at = NOW(), coupon = '' "
                              "WHERE id = 42"),
                       tx.order() });
    session.addBatch({ tx.insert("stock", 2), tx.end(),
                       tx.alter("ALTER TABLE orders ADD COLUMN gift tinyint(1) NULL AFTER coupon"),
                       tx.begin(), tx.insert("payments", 3), tx.order(), tx.end() });
    session.addBatch(
        { tx.begin(), tx.sql("INSERT INTO bulk SELECT * FROM import"), tx.insert("bulk", 1024) });
    session.addBatch({ tx.insert("bulk", 900), tx.end(), tx.begin(),
                       tx.sql("UPDATE orders SET status = 'PAID' WHERE id = 42"), tx.order() });
}

void shootTransactions(Gallery &gallery)
{
    const auto show = [](MainWindow &window, SampleSession &session) {
        addTransactions(session);
        window.rowsArrived();
        window.findChild<QAction *>(u"transactions"_s)->trigger();
        QTest::qWait(200);
        auto &view = *window.findChild<TransactionTableView *>();
        for (const int back : { 1, 2 + 4, 2 + 4 + 2, 2 + 4 + 2 + 6 })
            view.setFold(view.model()->rowCount() - back, TransactionModel::Fold::Unfolded);
        view.scrollToBottom();
    };
    gallery.shootWindow(u"transactions-end"_s, AccessMode::Peek, show);
    gallery.shootWindow(u"transactions"_s, AccessMode::Peek,
                        [&show](MainWindow &window, SampleSession &session) {
                            show(window, session);
                            window.findChild<EventTableView *>()->goToRow(138);
                        });
}

void shootValues(Gallery &gallery)
{
    const auto shootValue = [&gallery](const QString &name, const QString &column, int tab) {
        gallery.shootWindow(
            name, AccessMode::Peek, [&](MainWindow &window, SampleSession &session) {
                session.addBatch({ everyKindEntry(100) });
                window.rowsArrived();
                QTest::qWait(100);
                selectRow(window, window.findChild<EventTableView *>()->model()->rowCount() - 1);
                auto &diff = *window.findChild<DiffView *>();
                diff.table().setCurrentIndex(diff.model().indexOf(column, DiffModel::AfterColumn));
                auto &tabs = *window.findChild<QTabBar *>(u"valueTabs"_s);
                if (tab >= 0)
                    tabs.setCurrentIndex(tab);
            });
    };
    shootValue(u"value-json"_s, u"attributes"_s, -1);
    shootValue(u"value-compare"_s, u"attributes"_s, static_cast<int>(Presentation::Compare));
    shootValue(u"value-hex"_s, u"thumb"_s, static_cast<int>(Presentation::Hex));
    shootValue(u"value-decoded"_s, u"tags"_s, -1);
    shootValue(u"value-null"_s, u"coupon"_s, -1);
    gallery.shootWindow(u"value-right"_s, AccessMode::Peek,
                        [](MainWindow &window, SampleSession &) {
                            window.findChild<QAction *>(u"docksRight"_s)->trigger();
                            selectRow(window, 120);
                        });
}

void shootEmpty(Gallery &gallery, QSize size)
{
    MainWindow window(gallery.interaction());
    window.resize(size);
    window.setProfiles(gallery.profiles());
    window.show();
    gallery.shoot(window, u"welcome"_s);
    SampleSession session;
    window.showSession(session.view());
    window.showState(ClientState::Connecting);
    window.showState(ClientState::Streaming);
    window.showPolled();
    gallery.shoot(window, u"waiting"_s);
    ClientError error;
    error.kind = ClientError::Kind::Closed;
    error.during = ClientState::Authenticating;
    window.showError(error);
    window.showState(ClientState::Failed);
    gallery.shoot(window, u"disconnected"_s);
    window.dropSession();
}

void shootDialogs(Gallery &gallery)
{
    QWidget owner;
    Actions actions(owner);
    actions.tint(Theme::of(owner.palette()));
    QMenuBar menus;
    actions.fillMenus(menus, {});
    actions[Act::RollBack].setEnabled(false);
    setSafeTip(actions[Act::RollBack], u"Peek never acknowledges and rolls back by itself."_s);
    CommandPalette palette(menus);
    palette.show();
    gallery.shoot(palette, u"palette"_s);

    FilterHelp help;
    help.show();
    gallery.shoot(help, u"filter-help"_s);

    ConnectDialog connect(gallery.profiles());
    connect.show();
    gallery.shoot(connect, u"connect"_s);
    connect.findChild<QRadioButton *>(u"filterReplace"_s)->setChecked(true);
    connect.findChild<QLineEdit *>(u"serverFilter"_s)->setText(u"shop\\.(orders|stock"_s);
    gallery.shoot(connect, u"connect-filter"_s);

    SampleSession session(AccessMode::Manual);
    session.addShop();
    SessionModels models;
    models.setSource(&session.store(), &session.ledger());
    models.rowsArrived();
    QTest::qWait(300);
    ExportDialog exporting(models, { RowId { 3 } }, gallery.interaction());
    exporting.show();
    gallery.shoot(exporting, u"export"_s);

    auto &interaction = gallery.interaction();
    const auto shootQuestion = [&](const QString &name) {
        QuestionDialog dialog(interaction.questions.takeLast());
        dialog.show();
        gallery.shoot(dialog, name);
    };
    using namespace questions;
    rollBack(interaction, nullptr, session.ledger(), session.profile());
    shootQuestion(u"ask-rollback"_s);
    autoAck(interaction, nullptr, session.profile());
    shootQuestion(u"ask-auto"_s);
    const auto production = gallery.profiles()[1];
    questions::ack(interaction, nullptr, 3, production);
    shootQuestion(u"ask-ack"_s);
    leave(interaction, nullptr, session.ledger(), session.profile());
    shootQuestion(u"ask-leave"_s);
    questions::clear(interaction, nullptr, 1234);
    shootQuestion(u"ask-clear"_s);
    models.setSource(nullptr, nullptr);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const auto arguments = QApplication::arguments();
    const auto directory = arguments.value(1, u"."_s);
    QDir().mkpath(directory);
    ThemeChoice choice { ThemeBase::Light, false };
    QSize size(1440, 900);
    for (const auto &argument : arguments.sliced(2)) {
        if (argument.endsWith("dark"_L1))
            choice.base = ThemeBase::Dark;
        if (argument.startsWith("blind"_L1))
            choice.colourBlind = true;
        if (const auto parts = argument.split(u'x'); parts.size() == 2)
            size = QSize(parts[0].toInt(), parts[1].toInt());
        if (argument == "zh_CN"_L1 || argument == "en"_L1)
            installTranslators(app, argument);
    }
    applyTheme(app, choice);
    Gallery gallery(directory, size);
    shootMain(gallery);
    shootManyRows(gallery);
    shootTransactions(gallery);
    shootValues(gallery);
    shootEmpty(gallery, size);
    shootDialogs(gallery);
    return 0;
}
