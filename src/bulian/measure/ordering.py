"""The order in which a graph can be worked through: strongly connected components, suppliers first.

Tarjan (1972), Depth-first search and linear graph algorithms, SIAM Journal on Computing 1(2): 146-160.
"""

from collections.abc import Sequence


def components(needs: Sequence[Sequence[int]]) -> list[list[int]]:
    """Groups of nodes that need each other in a circle, each after all that it needs; O(V + E).

    Args:
        needs: for each node the nodes it needs. A node on no circle is a group of one.

    >>> components([[1], [2], [1], []])
    [[1, 2], [0], [3]]
    """
    count = len(needs)
    index, low = [-1] * count, [0] * count
    on_stack = [False] * count
    stack: list[int] = []
    found: list[list[int]] = []
    clock = 0
    for root in range(count):
        if index[root] >= 0:
            continue
        work = [(root, 0)]
        while work:
            node, position = work.pop()
            if position == 0:
                index[node] = low[node] = clock
                clock += 1
                stack.append(node)
                on_stack[node] = True
            deeper = _step(needs[node], position, index, low, on_stack, node)
            if deeper is not None:
                work += [(node, deeper[1]), (deeper[0], 0)]
                continue
            if low[node] == index[node]:
                found.append(_take(stack, on_stack, node))
            if work:
                parent = work[-1][0]
                low[parent] = min(low[parent], low[node])
    return found


def _step(
    targets: Sequence[int], position: int, index: list[int], low: list[int], on_stack: list[bool], node: int
) -> tuple[int, int] | None:
    """The next unseen target and where to go on after it; None when all are done."""
    for at in range(position, len(targets)):
        target = targets[at]
        if index[target] < 0:
            return target, at + 1
        if on_stack[target]:
            low[node] = min(low[node], index[target])
    return None


def _take(stack: list[int], on_stack: list[bool], root: int) -> list[int]:
    group = []
    while True:
        node = stack.pop()
        on_stack[node] = False
        group.append(node)
        if node == root:
            return sorted(group)
