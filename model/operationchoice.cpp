// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/operationchoice.h"

#include "model/filterterms.h"
#include "model/filtertext.h"
#include "model/rowtext.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

struct Group
{
    OperationGroup group;
    std::uint32_t operations;
    const char *words;
};

constexpr auto groups = std::to_array<Group>({
    { OperationGroup::Insert, operationBit(Operation::Insert), "insert" },
    { OperationGroup::Update, operationBit(Operation::Update), "update" },
    { OperationGroup::Delete, operationBit(Operation::Delete), "delete" },
    { OperationGroup::Ddl, operationBit(Operation::Ddl), "ddl" },
    { OperationGroup::Transaction, transactionOperations, "begin,commit" },
});

using Nodes = std::vector<const FilterNode *>;

// The terms that stand side by side: all of them have to match.
void collect(const FilterNode &node, Nodes &nodes)
{
    if (node.kind != FilterNode::Kind::And)
        return nodes.push_back(&node);
    for (const auto &child : node.children)
        collect(child, nodes);
}

Nodes sideBySide(const FilterSpec &filter)
{
    Nodes nodes;
    if (filter.root())
        collect(*filter.root(), nodes);
    return nodes;
}

const OperationTerm *operationTerm(const FilterNode &node)
{
    switch (node.kind) {
    case FilterNode::Kind::Term:
        return std::get_if<OperationTerm>(&node.term);
    case FilterNode::Kind::Not:
        return operationTerm(node.children.front());
    case FilterNode::Kind::And:
    case FilterNode::Kind::Or:
        break;
    }
    return nullptr;
}

bool isNegated(const FilterNode &node)
{
    return node.kind == FilterNode::Kind::Not && !isNegated(node.children.front());
}

QString termFor(const OperationChoice &choice)
{
    if (choice.everything)
        return choice.groups.testFlag(OperationGroup::Transaction) ? u"op:any"_s : QString();
    QStringList words;
    for (const auto &group : groups)
        if (choice.groups.testFlag(group.group))
            words.append(QString::fromLatin1(group.words));
    return words.isEmpty() ? QString() : u"op:"_s + words.join(u',');
}

QString textOf(const FilterNode &node, const QString &text)
{
    const auto utf8 = text.toUtf8();
    return QString::fromUtf8(
        utf8.mid(static_cast<qsizetype>(node.at), static_cast<qsizetype>(node.length)));
}

// A blank between two terms can make another one of them: status changed.
QString joined(const QStringList &terms)
{
    auto text = terms.join(u' ');
    const auto filter = parseFilter(text);
    const bool same
        = filter && sideBySide(*filter).size() == static_cast<std::size_t>(terms.size());
    return same ? text : terms.join(u" and "_s);
}

} // namespace

OperationChoice operationChoice(const FilterSpec &filter)
{
    constexpr auto listed = allOperations & ~transactionOperations;
    auto operations = allOperations;
    bool byName = false;
    for (const auto *node : sideBySide(filter)) {
        const auto *term = operationTerm(*node);
        if (term == nullptr)
            continue;
        byName = true;
        // Of an event type only a part of a group is left.
        operations &= isNegated(*node) ? ~term->operations : term->operations;
        if (isNegated(*node) && term->eventTypes != 0)
            operations &= ~operationBit(Operation::Ddl);
    }
    if (!filter.showsTransactions())
        operations &= listed;
    OperationChoice choice { (operations & listed) == listed, {} };
    for (const auto &group : groups)
        if (byName && (operations & group.operations) == group.operations
            && (!choice.everything || group.group == OperationGroup::Transaction))
            choice.groups.setFlag(group.group);
    return choice;
}

QString withOperations(const QString &text, const OperationChoice &choice)
{
    auto term = termFor(choice);
    const auto filter = parseFilter(text);
    const auto nodes = filter ? sideBySide(*filter) : Nodes();
    if (std::ranges::none_of(nodes, [](const auto *node) { return operationTerm(*node); }))
        return term.isEmpty() ? text : combinedFilter(text, term, FilterUse::And);
    QStringList terms;
    for (const auto *node : nodes) {
        if (operationTerm(*node) == nullptr)
            terms.append(textOf(*node, text));
        else if (!term.isEmpty())
            terms.append(std::exchange(term, {}));
    }
    return joined(terms);
}

} // namespace canal
