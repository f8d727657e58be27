/**
 * Viewers of mail may show an attachment in a frame that lets nothing be written into its address: choices work there
 * too, and just can't be linked to.
 */
try {
  history.replaceState(history.state, "", location.pathname + location.search + location.hash);
} catch {
  history.pushState = history.replaceState = () => {};
}
