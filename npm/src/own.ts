/** Elements Dehusk has put on the page itself. The capture does not read them. */
export const ownHosts = new WeakSet<Node>();
