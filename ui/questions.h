// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/batchledger.h"
#include "model/connectionprofile.h"
#include "protocol/leave.h"
#include "ui/interaction.h"

#include <optional>

class QWidget;

// What must be confirmed, in words that say what it means for everybody. Each asks and tells what
// was decided.
namespace canal::questions {

enum class Decision { Go, Cancel };

Decision rollBack(Interaction &interaction, QWidget *parent, const BatchLedger &ledger,
                  const ConnectionProfile &profile);
Decision autoAck(Interaction &interaction, QWidget *parent, const ConnectionProfile &profile);
Decision ack(Interaction &interaction, QWidget *parent, quint32 batches,
             const ConnectionProfile &profile);
Decision clear(Interaction &interaction, QWidget *parent, qint64 rows);
Decision removeFilter(Interaction &interaction, QWidget *parent, const QString &name);
// How to leave with un-acked batches; none: stay.
std::optional<Leave> leave(Interaction &interaction, QWidget *parent, const BatchLedger &ledger,
                           const ConnectionProfile &profile);

// Says something that must not be overlooked.
void tell(Interaction &interaction, QWidget *parent, const QString &headline, const QString &text);

} // namespace canal::questions
