// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/clienterror.h"
#include "protocol/fetchhold.h"
#include "ui/banner.h"
#include "ui/sessionmodels.h"

#include <QElapsedTimer>

namespace canal {

class BannerBar;

// Which banners a session's state asks for, and their sentences.
class SessionBanners : public QObject
{
    Q_OBJECT

public:
    SessionBanners(BannerBar &bar, const SessionModels &models, QObject *parent = nullptr);

    void showSession(const SessionView &view);
    void dropSession();
    void showState(ClientState state);
    void showHolds(FetchHolds holds);
    void showError(const ClientError &error);
    void showAckFailed(quint32 batchIndex, const ClientError &error);
    void showRetry(int inMs);
    void showGetUnanswered();
    void noteAnswer(); // a GET was answered
    void showNotice(const QString &text, NoticeKind kind);
    void showExport(const QString &text, NoticeKind kind);
    void refresh(); // numbers in the texts

    QString peer() const; // "10.0.0.5:11111"

private:
    Banner modeBanner() const;
    Banner demoBanner() const;
    void showFill();
    void showRowsThatLeft();
    void tick();

    BannerBar &m_bar;
    const SessionModels &m_models;
    SessionView m_view;
    ClientState m_state = ClientState::Idle;
    FetchHolds m_holds;
    bool m_stopped = false; // the mode's banner comes back with the next start
    bool m_filled = false; // past the mark where it gets dangerous
    bool m_viewFull = false; // the oldest rows have left the view
    Banner m_connection; // without the countdown
    QElapsedTimer m_sinceRetry;
    int m_retryMs = 0;
    QTimer m_tick;
};

} // namespace canal
