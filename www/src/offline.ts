/** Keeps the site's files, so that it works without a network after the first visit. Without a service worker nothing is lost. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  navigator.serviceWorker.register("./offline.js").catch(() => undefined);
}
