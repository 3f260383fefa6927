// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/codeview.h"

#include "ui/plaintext.h"
#include "ui/theme.h"

#include <QEvent>
#include <QMimeData>
#include <QPainter>
#include <QSyntaxHighlighter>
#include <QTextBlock>

#include <algorithm>
#include <iterator>
#include <utility>

namespace canal {

using Change = CodePart::Change;
using Role = Theme::Role;

// Text that is not ours reaches the view through visibleText(), which makes it longer: so the
// places of the parts are counted afterwards.
class CodeView::Highlighter : public QSyntaxHighlighter
{
public:
    struct Span
    {
        qsizetype end;
        CodePart::Kind kind;
        Change change;
    };

    using QSyntaxHighlighter::QSyntaxHighlighter;

    void setSpans(std::vector<Span> spans, SentValue::Side side)
    {
        m_spans = std::move(spans);
        m_side = side;
    }

    void tint(const Theme &theme)
    {
        m_theme = &theme;
        rehighlight();
    }

protected:
    void highlightBlock(const QString &text) override
    {
        const qsizetype from = currentBlock().position();
        const auto to = from + text.size();
        auto at = from;
        for (auto span = std::ranges::upper_bound(m_spans, from, {}, &Span::end);
             span != m_spans.end() && at < to; ++span) {
            const auto end = std::min(span->end, to);
            setFormat(static_cast<int>(at - from), static_cast<int>(end - at), formatOf(*span));
            at = end;
        }
    }

private:
    // On an inner tint code is plain text: coloured it would be hard to read.
    QTextCharFormat formatOf(const Span &span) const
    {
        QTextCharFormat format;
        format.setForeground((*m_theme)(roleOf(span)));
        if (span.change == Change::Changed)
            format.setBackground((*m_theme)(m_side == SentValue::Side::Before ? Role::DeleteInner
                                                                              : Role::InsertInner));
        return format;
    }

    static Role roleOf(const Span &span)
    {
        if (span.change == Change::Changed)
            return Role::Text;
        switch (span.kind) {
        case CodePart::Kind::Plain:
            break;
        case CodePart::Kind::Key:
            return Role::CodeKey;
        case CodePart::Kind::String:
            return Role::CodeString;
        case CodePart::Kind::Number:
            return Role::CodeNumber;
        case CodePart::Kind::Keyword:
            return Role::CodeKeyword;
        }
        return Role::Text;
    }

    std::vector<Span> m_spans; // by end
    SentValue::Side m_side = SentValue::Side::After;
    const Theme *m_theme = &Theme::light();
};

class CodeView::Numbers : public QWidget
{
public:
    explicit Numbers(CodeView &view)
        : QWidget(&view)
        , m_view(view)
    { }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        m_view.paintNumbers(painter);
    }

private:
    const CodeView &m_view;
};

CodeView::CodeView(QWidget *parent)
    : SqlView(parent)
    , m_highlighter(new Highlighter(document()))
    , m_numbers(new Numbers(*this))
{
    setMinimumSize(40, 20);
    m_highlighter->tint(Theme::of(palette()));
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeView::placeNumbers);
    connect(this, &QPlainTextEdit::updateRequest, m_numbers, qOverload<>(&QWidget::update));
    placeNumbers();
}

void CodeView::showParts(const CodeParts &parts, SentValue::Side side)
{
    m_text.clear();
    m_lineStart = 0;
    m_breaks.clear();
    std::vector<Highlighter::Span> spans;
    spans.reserve(static_cast<std::size_t>(parts.size()));
    for (const auto &part : parts) {
        append(visibleText(part.text, LineBreaks::Kept));
        spans.push_back({ m_text.size(), part.kind, part.change });
    }
    m_highlighter->setSpans(std::move(spans), side);
    setPlainText(std::exchange(m_text, {}));
}

void CodeView::append(const QString &text)
{
    constexpr qsizetype mostInLine = 1024;
    for (qsizetype at = 0; at < text.size();) {
        const auto lineEnd = text.indexOf(u'\n', at);
        const auto room = mostInLine - (m_text.size() - m_lineStart);
        auto length = (lineEnd < 0 ? text.size() : lineEnd + 1) - at;
        const bool isBroken = length > room;
        if (isBroken)
            length = room - (room > 0 && text[at + room - 1].isHighSurrogate() ? 1 : 0);
        m_text += QStringView(text).sliced(at, length);
        at += length;
        if (isBroken) {
            m_breaks.push_back(m_text.size());
            m_text += u'\n';
        }
        if (m_text.endsWith(u'\n'))
            m_lineStart = m_text.size();
    }
}

QString CodeView::text() const { return withoutBreaks(0, document()->characterCount() - 1); }

QString CodeView::withoutBreaks(int from, int to) const
{
    QTextCursor cursor(document());
    cursor.setPosition(from);
    cursor.setPosition(to, QTextCursor::KeepAnchor);
    auto text = cursor.selectedText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    std::for_each(m_breaks.rbegin(), m_breaks.rend(), [&](qsizetype at) {
        if (at >= from && at < to)
            text.remove(at - from, 1);
    });
    return text;
}

QMimeData *CodeView::createMimeDataFromSelection() const
{
    const auto cursor = textCursor();
    auto *mime = new QMimeData;
    mime->setText(withoutBreaks(cursor.selectionStart(), cursor.selectionEnd()));
    return mime;
}

// ---- line numbers

int CodeView::numbersWidth() const
{
    const auto digits = std::max<qsizetype>(2, QString::number(blockCount()).size());
    constexpr int sides = 12;
    return static_cast<int>(digits) * fontMetrics().horizontalAdvance(u'0') + sides;
}

void CodeView::placeNumbers()
{
    setViewportMargins(numbersWidth(), 0, 0, 0);
    const auto inside = contentsRect();
    m_numbers->setGeometry(inside.left(), inside.top(), numbersWidth(), inside.height());
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    SqlView::resizeEvent(event);
    placeNumbers();
}

void CodeView::changeEvent(QEvent *event)
{
    SqlView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_highlighter->tint(Theme::of(palette()));
}

void CodeView::paintNumbers(QPainter &painter) const
{
    const auto &theme = Theme::of(palette());
    const auto area = m_numbers->rect();
    painter.fillRect(area, theme(Role::Header));
    painter.fillRect(area.adjusted(area.width() - 1, 0, 0, 0), theme(Role::Line));
    painter.setFont(Theme::cellFont(11));
    painter.setPen(theme(Role::Text2));
    auto block = firstVisibleBlock();
    double top = blockBoundingGeometry(block).translated(contentOffset()).top();
    for (; block.isValid() && top < area.height(); block = block.next()) {
        const auto before = std::ranges::lower_bound(m_breaks, qsizetype(block.position()));
        const auto broken = before - m_breaks.begin();
        const QRectF line(0, top, area.width() - 7, fontMetrics().lineSpacing());
        if (broken == 0 || *std::prev(before) != block.position() - 1)
            painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter,
                             QString::number(block.blockNumber() + 1 - broken));
        top += blockBoundingRect(block).height();
    }
}

} // namespace canal
