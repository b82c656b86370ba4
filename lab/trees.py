"""LightGBM trees as plain tables."""


def flatten(tree):
    """A LightGBM tree as (feature, threshold, left, right) nodes in preorder and leaf values."""
    nodes, leaves = [], []

    def walk(node):
        if 'leaf_value' in node:
            leaves.append(node['leaf_value'])
            return -len(leaves)
        at = len(nodes)
        nodes.append([node['split_feature'], node['threshold'], 0, 0])
        nodes[at][2] = walk(node['left_child'])
        nodes[at][3] = walk(node['right_child'])
        return at

    walk(tree['tree_structure'])
    return {'nodes': nodes, 'leaves': leaves}
