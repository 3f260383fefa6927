// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/session.h"

#include <QObject>

namespace canal {

// Puts each batch into the store as it comes and acks it if that is all there is to do. Lives in
// the network thread, beside the client it serves; the store's only writer.
class BatchRecorder : public QObject
{
    Q_OBJECT

public:
    BatchRecorder(CanalClient &client, EventStore &store, bool acks, std::size_t memoryCap);

public slots:
    void record(canal::Epoch epoch, const canal::Messages &messages);
    void releaseRows(canal::RowId before);

signals:
    void stored(const canal::BatchEntry &batch);

private:
    void holdAtCap();

    CanalClient &m_client;
    EventStore &m_store;
    const bool m_acks;
    const std::size_t m_memoryCap;
    bool m_full = false;
};

} // namespace canal
