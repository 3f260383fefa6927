// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/guirunner.h"

#include "app/keychain.h"
#include "app/say.h"
#include "app/settings.h"
#include "model/filterlibrary.h"
#include "model/safefile.h"
#include "ui/translations.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPixmap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace canal {

static constexpr int leaveMs = 5'000; // more than the client itself waits for its last answers
static constexpr int defaultScreenshotMs = 3'000;

static QString layoutName(const ConnectionProfile &profile)
{
    return u"%1 %2:%3/%4"_s.arg(profile.name, profile.host)
        .arg(profile.port)
        .arg(profile.destination);
}

GuiRunner::GuiRunner(Options options, Secret password, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_password(std::move(password))
    , m_desktop(isPicture() ? QDBusConnection(QString()) : DesktopColours::usersBus())
    , m_passwords(isPicture() ? nullptr : systemKeychain())
    , m_window(std::make_unique<MainWindow>(m_interaction))
    , m_profiles(settingsFile(u"connections.json"_s))
{
    m_leaving.setSingleShot(true);
    connect(&m_leaving, &QTimer::timeout, this, [this] { onLeft(Departure::MayHoldBatches); });
    connectWindow();
}

// A window without a session closes by itself, so this is where every run ends.
GuiRunner::~GuiRunner()
{
    if (!isPicture())
        (void)saveWindowState(m_window->layoutState()); // only a convenience
    keepLayout();
    m_window->dropSession();
}

void GuiRunner::connectWindow()
{
    m_window->setPasswordStore(m_passwords.get());
    connect(m_window.get(), &MainWindow::connectRequested, this, &GuiRunner::onConnectRequested);
    connect(m_window.get(), &MainWindow::demoRequested, this,
            [this] { afterSession([this] { startDemo(); }); });
    connect(m_window.get(), &MainWindow::profilesChanged, this, &GuiRunner::saveProfiles);
    connect(m_window.get(), &MainWindow::filtersChanged, this, &GuiRunner::rememberFilters);
    connect(m_window.get(), &MainWindow::stopRequested, this, &GuiRunner::leave);
    connect(m_window.get(), &MainWindow::closeRequested, this, &GuiRunner::close);
    // Later: it comes from a menu of the window that will be gone.
    connect(m_window.get(), &MainWindow::languageChosen, this, &GuiRunner::setLanguage,
            Qt::QueuedConnection);
    if (m_options.theme != Options::Theme::System)
        return;
    connect(&m_desktop, &DesktopColours::changed, m_window.get(), &MainWindow::showSystemColours);
    m_window->showSystemColours(m_desktop.colours());
}

void GuiRunner::connectSession()
{
    connect(m_session.get(), &Session::stateChanged, this, &GuiRunner::onStateChanged);
    connect(m_session.get(), &Session::left, this, &GuiRunner::onLeft);
    connectWindowToSession();
}

void GuiRunner::connectWindowToSession()
{
    auto *window = m_window.get();
    auto *session = m_session.get();
    connect(window, &MainWindow::startRequested, session, &Session::open);
    connect(window, &MainWindow::pauseRequested, session, &Session::setPaused);
    connect(window, &MainWindow::ackRequested, session, &Session::ackUpTo);
    connect(window, &MainWindow::rollbackRequested, session, &Session::rollbackAll);
    connect(window, &MainWindow::clearRequested, session,
            [session](quint32 row) { session->releaseRows(RowId { row }); });
    connect(session, &Session::holdsChanged, window, &MainWindow::showHolds);
    connect(session, &Session::batchStored, window, &MainWindow::rowsArrived);
    connect(session, &Session::polled, window, &MainWindow::showPolled);
    connect(session, &Session::getUnanswered, window, &MainWindow::showGetUnanswered);
    connect(session, &Session::failed, window, &MainWindow::showError);
    connect(session, &Session::ackFailed, window, &MainWindow::showAckFailed);
    connect(session, &Session::retryScheduled, window, &MainWindow::showRetry);
}

void GuiRunner::start()
{
    m_window->resize(m_options.size);
    if (!isPicture())
        m_window->restoreLayoutState(loadWindowState());
    loadProfiles();
    loadFilters();
    m_window->showLanguage(m_options.language);
    m_window->show();
    if (m_options.demo)
        startDemo();
    else if (m_options.url)
        open(m_options.profile(), std::exchange(m_password, {}));
    if (isPicture())
        QTimer::singleShot(m_options.forMs.value_or(defaultScreenshotMs), this,
                           &GuiRunner::takeScreenshot);
}

// The window's words are made once; another language is another window in the place of this one.
void GuiRunner::setLanguage(const QString &language)
{
    installTranslators(*QCoreApplication::instance(), language);
    const auto before
        = std::exchange(m_window, std::make_unique<MainWindow>(m_interaction, *m_window));
    connectWindow();
    if (m_session)
        connectWindowToSession();
    m_window->showLanguage(language);
    m_window->show();
    if (const auto saved = saveLanguage(language); !saved)
        m_window->showNotice(tr("The language is not remembered. %1").arg(saved.error()),
                             NoticeKind::Warning);
}

void GuiRunner::stop() { close(Leave::GiveBack); }

// ---- sessions

void GuiRunner::startDemo()
{
    m_demo = std::make_unique<DemoHost>(m_options);
    if (!m_demo->isListening())
        return m_window->showNotice(tr("The demo's server cannot listen on 127.0.0.1."),
                                    NoticeKind::Error);
    const auto config = m_demo->clientConfig();
    ConnectionProfile profile;
    profile.name = tr("Built-in demo");
    profile.host = config.host;
    profile.port = config.port;
    profile.destination = config.destination.name;
    profile.clientId = config.destination.clientId;
    profile.mode = config.mode;
    run(config, profile, true);
}

void GuiRunner::onConnectRequested(const ConnectionProfile &profile, const Secret &password)
{
    afterSession([this, profile, password] { open(profile, password); });
}

void GuiRunner::open(const ConnectionProfile &wanted, Secret password)
{
    auto profile = wanted;
    auto taken = Attachment::takeFor(profile);
    if (!taken)
        return m_window->showNotice(
            tr("Client id %1 of %2 on this server is in use by another window or run of this "
               "program. Two with one id break each other's batches.")
                .arg(profile.clientId)
                .arg(profile.destination),
            NoticeKind::Error);
    m_attachment = *std::move(taken);
    profile.clientId = m_attachment->destination().clientId;
    auto config = m_attachment->configFor(profile, std::move(password));
    remember(profile);
    run(std::move(config), profile, false);
}

void GuiRunner::run(ClientConfig config, const ConnectionProfile &profile, bool isDemo)
{
    SessionOptions options;
    options.memoryCap = m_options.memoryCap.value_or(options.memoryCap);
    m_session = std::make_unique<Session>(std::move(config), options);
    connectSession();
    m_layoutName = isDemo ? u"demo"_s : layoutName(profile);
    if (!isPicture())
        m_window->restoreConnectionLayout(loadLayout(m_layoutName));
    m_window->showSession({ &m_session->store(), &m_session->ledger(), profile, isDemo });
    m_session->open();
}

void GuiRunner::onStateChanged(ClientState state)
{
    if (state == ClientState::Streaming && m_attachment)
        m_attachment->noteAttached();
    m_window->showState(state);
}

void GuiRunner::leave(Leave how)
{
    if (!m_session)
        return;
    m_leaving.start(leaveMs);
    m_session->leave(how);
}

void GuiRunner::onLeft(Departure how)
{
    m_leaving.stop();
    if (m_attachment && how == Departure::Clean)
        m_attachment->noteDetached();
    if (const auto then = std::exchange(m_afterSession, {}))
        then();
}

// Another connection only begins when the one before has said goodbye.
void GuiRunner::afterSession(std::function<void()> then)
{
    if (!m_session)
        return then();
    m_afterSession = [this, then = std::move(then)] {
        // Not from within the session's own signal.
        QMetaObject::invokeMethod(
            this,
            [this, then] {
                dropSession();
                then();
            },
            Qt::QueuedConnection);
    };
    leave(Leave::GiveBack);
}

void GuiRunner::dropSession()
{
    keepLayout();
    m_window->dropSession();
    m_session.reset();
    m_attachment.reset();
    m_demo.reset();
}

void GuiRunner::keepLayout()
{
    if (m_session && !isPicture())
        (void)saveLayout(m_layoutName, m_window->connectionLayout()); // only a convenience
}

void GuiRunner::close(Leave how)
{
    if (!m_session)
        return finish();
    m_afterSession
        = [this] { QMetaObject::invokeMethod(this, &GuiRunner::finish, Qt::QueuedConnection); };
    leave(how);
}

void GuiRunner::finish()
{
    m_window->allowClose();
    m_window->close();
    emit finished(m_code);
}

// ---- remembered connections

void GuiRunner::loadProfiles()
{
    if (isPicture())
        return;
    const auto loaded = m_profiles.load();
    if (!loaded)
        return m_window->showNotice(loaded.error(), NoticeKind::Warning);
    m_known = *loaded;
    m_window->setProfiles(m_known);
}

void GuiRunner::saveProfiles(const QList<ConnectionProfile> &profiles)
{
    m_known = profiles;
    if (isPicture())
        return;
    if (const auto saved = m_profiles.save(profiles); !saved)
        m_window->showNotice(tr("The connection is not remembered. %1").arg(saved.error()),
                             NoticeKind::Warning);
}

// An own id is kept with its profile, so that the next session uses it again.
void GuiRunner::remember(const ConnectionProfile &profile)
{
    auto profiles = m_known;
    const auto known = std::find_if(profiles.begin(), profiles.end(), [&](const auto &other) {
        return other.name == profile.name && other.host == profile.host
            && other.port == profile.port && other.destination == profile.destination;
    });
    if (known == profiles.end() || *known == profile)
        return;
    *known = profile;
    saveProfiles(profiles);
    m_window->setProfiles(profiles);
}

// ---- filters

// A file that cannot be read is left as it is.
void GuiRunner::loadFilters()
{
    if (isPicture())
        return;
    const auto json = canal::loadFilters();
    const auto restored = !json ? Result<Ok, QString>(Failure { json.error() })
        : json->isEmpty()       ? Result<Ok, QString>(Ok {})
                                : m_window->filters().restore(*json);
    if (!restored)
        return m_window->showNotice(
            tr("The saved filters cannot be read: %1. Mend or remove the file %2; until then "
               "filters are not remembered.")
                .arg(restored.error(), settingsFile(u"filters.json"_s)),
            NoticeKind::Warning);
    m_remembersFilters = true;
}

void GuiRunner::rememberFilters()
{
    if (!m_remembersFilters)
        return;
    if (const auto saved = saveFilters(m_window->filters().toJson()); !saved)
        m_window->showNotice(tr("The filter is not remembered. %1").arg(saved.error()),
                             NoticeKind::Warning);
}

// ---- the picture

void GuiRunner::takeScreenshot()
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    m_window->grab().save(&buffer, "PNG");
    SafeFile file(m_options.screenshot);
    auto written = file.open();
    if (written)
        written = file.write(png);
    if (written)
        written = file.commit();
    if (!written) {
        say(written.error());
        m_code = ExitCode::File;
    }
    stop();
}

} // namespace canal
