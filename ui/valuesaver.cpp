// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/valuesaver.h"

#include "model/batchmodel.h"
#include "model/safefile.h"
#include "model/valuecontent.h"
#include "ui/interaction.h"

#include <QPromise>
#include <QRegularExpression>
#include <QThreadPool>
#include <QWidget>

#include <memory>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

QString writtenTo(const QString &path, const QByteArray &bytes)
{
    SafeFile file(path);
    if (const auto opened = file.open(); !opened)
        return opened.error();
    if (const auto written = file.write(bytes); !written)
        return written.error();
    if (const auto committed = file.commit(); !committed)
        return committed.error();
    return ValueSaver::tr("Saved %1 to %2.").arg(sizeText(bytes.size()), path);
}

// A column may be called anything, a path too.
QString fileNameFor(const QString &column, const QString &extension)
{
    static const QRegularExpression unsafe(u"[^\\w\\-]+"_s,
                                           QRegularExpression::UseUnicodePropertiesOption);
    constexpr qsizetype mostChars = 40;
    auto name = QString(column).replace(unsafe, u"_"_s).left(mostChars);
    if (name.isEmpty())
        name = u"value"_s;
    return extension.isEmpty() ? name : name + u'.' + extension;
}

} // namespace

ValueSaver::ValueSaver(Interaction &interaction, QWidget &parent)
    : QObject(&parent)
    , m_interaction(interaction)
    , m_parent(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this,
            [this] { emit finished(m_watcher.result()); });
}

void ValueSaver::save(const SentValue &value, const QString &extension)
{
    if (isRunning())
        return;
    const auto path = m_interaction.pickSavePath(
        &m_parent,
        { tr("Save the value"), fileNameFor(value.column, extension), tr("All files (*)") });
    if (path.isEmpty())
        return;
    const auto promise = std::make_shared<QPromise<QString>>();
    m_watcher.setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, value, path] {
        promise->addResult(writtenTo(path, storedBytes(value)));
        promise->finish();
    });
}

} // namespace canal
