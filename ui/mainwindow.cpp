// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/mainwindow.h"

#include "model/filterlibrary.h"
#include "ui/actionstates.h"
#include "ui/bannerbar.h"
#include "ui/batchpanel.h"
#include "ui/comparecontrols.h"
#include "ui/diffview.h"
#include "ui/docklayout.h"
#include "ui/emptycontent.h"
#include "ui/eventtableview.h"
#include "ui/filterbar.h"
#include "ui/icons.h"
#include "ui/interaction.h"
#include "ui/navigation.h"
#include "ui/operationchips.h"
#include "ui/plaintext.h"
#include "ui/profilelist.h"
#include "ui/rowhistory.h"
#include "ui/rowmenu.h"
#include "ui/sessionbanners.h"
#include "ui/sourcepanel.h"
#include "ui/statusbar.h"
#include "ui/timelineview.h"
#include "ui/topbar.h"
#include "ui/transactioncontrols.h"
#include "ui/valueview.h"
#include "ui/viewcontrols.h"
#include "ui/welcomepage.h"

#include <QCloseEvent>
#include <QMenu>
#include <QStackedWidget>
#include <QTime>

using namespace Qt::StringLiterals;

namespace canal {

MainWindow::MainWindow(Interaction &interaction, QWidget *parent)
    : MainWindow(interaction, std::make_shared<SessionModels>(), parent)
{ }

MainWindow::MainWindow(Interaction &interaction, std::shared_ptr<SessionModels> models,
                       QWidget *parent)
    : QMainWindow(parent)
    , m_ownModels(std::move(models))
    , m_models(*m_ownModels)
    , m_acks(m_models)
    , m_actions(*this)
    , m_connect(interaction, *this)
    , m_commands(interaction, m_models, *this)
    , m_table(new EventTableView(m_models.rows(), this))
    , m_empty(new EmptyState(*m_table))
    , m_welcome(new WelcomePage(this))
    , m_pages(new QStackedWidget(this))
    , m_batches(new BatchPanel(m_models, m_acks, this))
    , m_diff(new DiffView(this))
    , m_value(new ValueView(interaction, *m_diff, this))
    , m_timeline(new TimelineView(m_models.timeline(), this))
    , m_status(new StatusBar(m_models, this))
    , m_docks(new DockLayout(
          *this,
          { new SourcePanel(m_models.tables(), this), m_batches, m_diff, m_value, m_timeline }))
    , m_top(new TopBar(m_actions, interaction, m_docks->toggleActions(), this))
    , m_banners(new SessionBanners(m_top->banners(), m_models, this))
    , m_menu(new RowMenu(m_actions, m_models, *m_table, *m_diff, this))
    , m_history(new RowHistory(m_actions, m_models, *m_table, *m_timeline, this))
    , m_compare(new CompareControls(m_actions, m_models, *m_table, *m_diff, this))
    , m_view(new ViewControls(m_actions, *m_table, this))
    , m_transactions(new TransactionControls(m_actions, m_models, *m_table, *m_view, this))
    , m_navigation(new Navigation(m_actions, m_models, *m_table, *m_top, interaction))
    , m_states(new ActionStates(m_actions, m_acks, m_models, this))
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(programIcon());
    setMinimumSize(800, 480);
    setStatusBar(m_status);
    setMenuWidget(m_top);
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(&m_transactions->pages());
    setCentralWidget(m_pages);
    setUpDocks();
    setTabOrder(m_top, m_table);
    setTabOrder(m_table, m_diff);
    setTabOrder(m_diff, m_timeline);
    connectActions();
    connectParts();
    m_actions.tint(Theme::of(palette()));
    m_docks->tint(Theme::of(palette()));
    resize(1440, 900);
    showWelcome();
}

MainWindow::~MainWindow() = default;

// ---- wiring

void MainWindow::setUpDocks()
{
    m_batches->setUpTitle(m_docks->title(DockLayout::Panel::Batches));
    m_diff->setUpTitle(m_docks->title(DockLayout::Panel::Diff));
    m_value->setUpTitle(m_docks->title(DockLayout::Panel::Value));
    m_timeline->setUpTitle(m_docks->title(DockLayout::Panel::Timeline));
    m_docks->connectActions(m_actions);
}

void MainWindow::connectActions()
{
    const auto on = [this](Act act, auto method) {
        connect(&m_actions[act], &QAction::triggered, this, method);
    };
    connect(&m_actions[Act::Connect], &QAction::triggered, &m_connect, &ConnectFlow::ask);
    on(Act::StartDemo, &MainWindow::demoRequested);
    on(Act::Export, [this] { m_commands.exportRows(m_table->selectedRows()); });
    on(Act::Quit, &QWidget::close);
    on(Act::Copy, [this] { m_commands.copy(*m_table); });
    on(Act::ClearFilter, &MainWindow::clearFilter);
    on(Act::Start, &MainWindow::startOrConnect);
    on(Act::Pause, &MainWindow::pauseRequested);
    connect(&m_actions[Act::Stop], &QAction::triggered, &m_commands, &Commands::stop);
    connect(&m_actions[Act::Clear], &QAction::triggered, &m_commands, &Commands::clear);
    connect(&m_actions[Act::Filter], &QAction::triggered, &m_top->filter(), &FilterBar::enter);
    connect(&m_actions[Act::AckNext], &QAction::triggered, &m_acks, &AckControls::ackNext);
    connect(&m_actions[Act::AckUpToHere], &QAction::triggered, &m_acks, &AckControls::ackUpToHere);
    connect(&m_actions[Act::AckAll], &QAction::triggered, &m_acks, &AckControls::ackAll);
    connect(&m_actions[Act::RollBack], &QAction::triggered, &m_acks, &AckControls::rollBack);
    connect(&m_actions[Act::Freeze], &QAction::toggled, &m_models.rows(),
            &RowEventModel::setFrozen);
    connect(&m_actions[Act::ResetLayout], &QAction::triggered, m_docks, &DockLayout::reset);
    on(Act::Palette, [this] { m_commands.showPalette(m_top->menus()); });
    on(Act::Shortcuts, [this] { m_commands.showKeys(m_actions); });
}

void MainWindow::connectParts()
{
    connect(&m_connect, &ConnectFlow::connectRequested, this, &MainWindow::connectRequested);
    connect(&m_connect, &ConnectFlow::profilesChanged, this, &MainWindow::profilesChanged);
    connect(&filters(), &FilterLibrary::changed, this, &MainWindow::filtersChanged);
    connect(&m_connect, &ConnectFlow::noticed, this,
            [this](const QString &text) { showNotice(text, NoticeKind::Warning); });
    connect(&m_connect, &ConnectFlow::profilesChanged, m_welcome, &WelcomePage::setProfiles);
    connect(m_welcome, &WelcomePage::connectWanted, &m_connect, &ConnectFlow::ask);
    connect(m_welcome, &WelcomePage::profileChosen, &m_connect, &ConnectFlow::reconnect);
    connect(m_welcome, &WelcomePage::demoWanted, this, &MainWindow::demoRequested);
    connect(&m_top->filter(), &FilterBar::applied, &m_models, &SessionModels::setFilter);
    connect(&m_top->filter(), &FilterBar::left, m_table, qOverload<>(&QWidget::setFocus));
    connect(&m_top->banners(), &BannerBar::actionTriggered, this, &MainWindow::onBannerAction);
    connect(m_empty, &EmptyState::actionTriggered, this, &MainWindow::onEmptyAction);
    connectStatusBar();
    connect(&m_models, &SessionModels::countsChanged, this, &MainWindow::showCounts);
    connect(m_table, &EventTableView::currentRowChanged, this, &MainWindow::showCurrentRow);
    connect(m_table, &EventTableView::selectionCountChanged, this,
            [this] { m_status->showSelection(m_table->selectedCount()); });
    connect(m_view, &ViewControls::languageChosen, this, &MainWindow::languageChosen);
    connect(m_batches, &BatchPanel::batchActivated, this, &MainWindow::goToBatch);
    connect(&m_acks, &AckControls::changed, m_banners, &SessionBanners::refresh);
    connect(&m_acks, &AckControls::changed, m_status, &StatusBar::refresh);
    connect(&m_acks, &AckControls::ackRequested, &m_commands, &Commands::ack);
    connect(&m_acks, &AckControls::rollbackWanted, &m_commands, &Commands::rollBack);
    connect(&m_commands, &Commands::stopRequested, this, &MainWindow::stopRequested);
    connect(&m_commands, &Commands::ackRequested, this, &MainWindow::ackRequested);
    connect(&m_commands, &Commands::rollbackRequested, this, &MainWindow::rollbackRequested);
    connect(&m_commands, &Commands::clearRequested, this, &MainWindow::clearRequested);
    connect(&m_commands, &Commands::copiedInPart, this,
            [this](const QString &text) { showNotice(text, NoticeKind::Warning); });
    connect(m_menu, &RowMenu::markWanted, &m_navigation->marks(), &MarkControls::markAs);
    connect(m_menu, &RowMenu::filterWanted, &m_top->filter(), &FilterBar::narrow);
    connect(m_menu, &RowMenu::copyWanted, this,
            [this](CopyStyle style) { m_commands.copyAs(style, *m_table); });
    connect(m_transactions, &TransactionControls::filterWanted, &m_top->filter(),
            &FilterBar::narrow);
    m_history->serve(*m_menu, m_commands, *m_docks);
    connect(m_compare, &CompareControls::ended, this, &MainWindow::showCurrentRow);
    connect(m_compare, &CompareControls::compared, m_docks,
            [this] { m_docks->open(DockLayout::Panel::Diff); });
    connect(m_history, &RowHistory::noticed, this,
            [this](const QString &text) { showNotice(text, NoticeKind::Info); });
    connect(&m_commands, &Commands::exported, this,
            [this](const QString &result) { m_banners->showExport(result, NoticeKind::Ok); });
}

void MainWindow::connectStatusBar()
{
    connect(m_status, &StatusBar::connectionWanted, this,
            [this] { m_connect.edit(m_session->profile); });
    connect(m_status, &StatusBar::filterWanted, &m_actions[Act::Filter], &QAction::trigger);
    connect(m_status, &StatusBar::positionWanted, &m_actions[Act::GoTo], &QAction::trigger);
    connect(m_status, &StatusBar::batchesWanted, m_docks,
            [this] { m_docks->open(DockLayout::Panel::Batches); });
    connect(m_status, &StatusBar::timesWanted, this, [this](const QPoint &globalPosition) {
        auto *menu = new QMenu(this);
        menu->setObjectName(u"timeMenu"_s);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_actions.fillTimeMenu(*menu);
        menu->popup(globalPosition);
    });
}

// ---- session

void MainWindow::setProfiles(const QList<ConnectionProfile> &profiles)
{
    m_connect.setProfiles(profiles);
    m_welcome->setProfiles(profiles);
}

void MainWindow::letGo()
{
    m_session.reset();
    m_error.reset();
    m_holds = {};
    m_lastPoll.clear();
    m_diff->clear();
    m_navigation->reset();
    m_actions[Act::Freeze].setChecked(false);
}

void MainWindow::showSession(const SessionView &view)
{
    letGo();
    m_session = view;
    if (m_models.store() != view.store) // not from the window before
        m_models.setSource(view.store, view.ledger);
    m_acks.setSession(view.profile.mode);
    m_commands.setSession(view);
    m_batches->setSession(view);
    m_banners->showSession(view);
    m_status->showSession(view);
    m_top->showSession(view);
    m_table->follow().reset();
    m_pages->setCurrentWidget(&m_transactions->pages());
    m_docks->showFor(view.profile.mode);
    setWindowTitle(tr("%1 – Canal Inspector").arg(titleText(titleOf(view.profile))));
    m_table->setFocus();
    showState(ClientState::Idle);
}

void MainWindow::dropSession()
{
    letGo();
    m_commands.setSession({});
    m_models.setSource(nullptr, nullptr);
    showWelcome();
}

void MainWindow::showWelcome()
{
    m_acks.setSession({});
    m_banners->dropSession();
    m_status->dropSession();
    m_top->dropSession();
    m_docks->hideAll();
    m_pages->setCurrentWidget(m_welcome);
    setWindowTitle(tr("Canal Inspector"));
    showState(ClientState::Idle);
}

void MainWindow::showState(ClientState state)
{
    m_state = state;
    if (state == ClientState::Streaming)
        m_error.reset();
    m_acks.setState(state);
    m_status->showState(state);
    if (m_session)
        m_banners->showState(state);
    m_states->showState(m_session ? ActionStates::Session::Shown : ActionStates::Session::None,
                        state);
    showEmptyState();
}

void MainWindow::showHolds(FetchHolds holds)
{
    m_holds = holds;
    m_status->showHolds(holds);
    m_banners->showHolds(holds);
    m_actions[Act::Pause].setChecked(holds.testFlag(FetchHold::User));
    showEmptyState();
}

void MainWindow::showError(const ClientError &error)
{
    m_error = error;
    m_banners->showError(error);
    showEmptyState();
}

void MainWindow::showAckFailed(quint32 batchIndex, const ClientError &error)
{
    m_banners->showAckFailed(batchIndex, error);
}

void MainWindow::showRetry(int inMs) { m_banners->showRetry(inMs); }

void MainWindow::showGetUnanswered() { m_banners->showGetUnanswered(); }

void MainWindow::showPolled()
{
    m_lastPoll = QTime::currentTime().toString(u"HH:mm:ss"_s);
    m_banners->noteAnswer();
    if (m_empty->isVisible())
        showEmptyState();
}

void MainWindow::rowsArrived()
{
    m_banners->noteAnswer();
    m_models.rowsArrived();
}

void MainWindow::showNotice(const QString &text, NoticeKind kind)
{
    m_banners->showNotice(text, kind);
}

// ---- showing

void MainWindow::showCurrentRow()
{
    const auto row = m_table->currentRow();
    if (!row || m_models.store() == nullptr)
        return m_diff->clear();
    m_diff->showRow(m_models.store()->snapshot(), *row);
    if (m_models.ledger() != nullptr)
        m_batches->selectBatch(m_models.ledger()->batchOfRow(*row));
}

void MainWindow::showCounts()
{
    const auto &rows = m_models.rows();
    m_top->filter().showResult(rows.rowCount(), m_models.unfilteredCount(),
                               rows.isFiltering() ? FilterBar::Progress::Working
                                                  : FilterBar::Progress::Done,
                               m_models.filterRemark());
    m_top->chips().showCounts(m_models.tables());
    m_acks.refresh();
    m_status->refresh();
    showEmptyState();
}

void MainWindow::showEmptyState()
{
    if (!m_session || m_models.rows().rowCount() > 0 || m_models.rows().isFiltering())
        return m_empty->hide();
    const auto &profile = m_session->profile;
    m_empty->showContent(
        emptyContent({ m_state, m_holds, m_banners->peer(), profile.destination, m_error,
                       m_models.unfilteredCount(), m_models.rows().hiddenRows(), m_lastPoll }));
}

void MainWindow::goToBatch(quint32 batch)
{
    if (const auto &entry = m_models.ledger()->at(batch); entry.rows > 0)
        m_table->goToRow(
            m_models.rows().visibleRow(RowId { raw(entry.firstRow) + entry.rows - 1 }));
}

// ---- doing

void MainWindow::startOrConnect()
{
    if (m_session)
        emit startRequested();
    else
        m_connect.ask();
}

void MainWindow::clearFilter()
{
    m_top->filter().clear();
    m_models.tables().setAllTicked(true);
}

void MainWindow::onEmptyAction(EmptyState::Action action)
{
    switch (action) {
    case EmptyState::Action::ClearFilter:
        return clearFilter();
    case EmptyState::Action::ShowHidden:
        return m_models.rows().showHiddenRows();
    case EmptyState::Action::Retry:
        return emit startRequested();
    case EmptyState::Action::EditConnection:
        return m_connect.edit(m_session->profile);
    }
}

void MainWindow::onBannerAction(Banner::Action action)
{
    if (!m_session)
        return;
    switch (action) {
    case Banner::Action::ChangeMode:
    case Banner::Action::EditConnection:
        return m_connect.edit(m_session->profile);
    case Banner::Action::Stop:
    case Banner::Action::StopRetrying:
        return m_commands.stop();
    case Banner::Action::RetryNow:
        return emit startRequested();
    case Banner::Action::Clear:
        return m_commands.clear();
    }
}

// ---- window

FilterLibrary &MainWindow::filters() { return m_top->filters(); }

void MainWindow::allowClose() { m_mayClose = true; }

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_mayClose || !m_session || m_state == ClientState::Idle)
        return event->accept();
    event->ignore();
    if (const auto how = m_commands.howToLeave())
        emit closeRequested(*how);
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::ThemeChange)
        m_view->systemThemeChanged();
    return QMainWindow::event(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_docks->windowResized();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    m_actions.tint(Theme::of(palette()));
    m_docks->tint(Theme::of(palette()));
}

} // namespace canal
