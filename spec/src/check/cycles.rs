//! Circles among things that hold one another.

/// Nodes in an order in which each comes after everything it points to, and the edges that close a
/// circle. Walks without recursion: descriptions may be thousands of steps deep.
pub(super) struct Order {
    /// Every node, those that point to others after those others.
    pub(super) nodes: Vec<usize>,
    /// The edges that lead back, each with the nodes of its circle from the first to the last.
    pub(super) circles: Vec<Vec<usize>>,
}

/// How many circles are told. There can be more of them than would fit into memory.
const TOLD: usize = 100;

#[derive(Clone, Copy, PartialEq)]
enum Visit {
    Never,
    Now,
    Done,
}

/// Orders the nodes of a graph that is given by the targets of each node.
pub(super) fn order(targets: &[Vec<usize>]) -> Order {
    let mut visits = vec![Visit::Never; targets.len()];
    let mut order = Order { nodes: Vec::with_capacity(targets.len()), circles: Vec::new() };
    for start in 0..targets.len() {
        if visits[start] == Visit::Never {
            walk(targets, start, &mut visits, &mut order);
        }
    }
    order
}

fn walk(targets: &[Vec<usize>], start: usize, visits: &mut [Visit], order: &mut Order) {
    visits[start] = Visit::Now;
    // Each node on the way with the number of its targets that were seen.
    let mut way = vec![(start, 0)];
    while let Some((node, seen)) = way.last_mut() {
        let node = *node;
        let Some(&target) = targets[node].get(*seen) else {
            visits[node] = Visit::Done;
            order.nodes.push(node);
            way.pop();
            continue;
        };
        *seen += 1;
        match visits[target] {
            Visit::Never => {
                visits[target] = Visit::Now;
                way.push((target, 0));
            }
            Visit::Now if order.circles.len() < TOLD => {
                let circle = way.iter().map(|(node, _)| *node).skip_while(|node| *node != target);
                order.circles.push(circle.collect());
            }
            Visit::Now | Visit::Done => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn targets_come_first() {
        let found = order(&[vec![1, 2], vec![2], vec![]]);
        assert_eq!(found.nodes, [2, 1, 0]);
        assert!(found.circles.is_empty());
    }

    #[test]
    fn circles_are_told_once() {
        let found = order(&[vec![1], vec![2], vec![1], vec![3]]);
        assert_eq!(found.circles, [vec![1, 2], vec![3]]);
    }
}
