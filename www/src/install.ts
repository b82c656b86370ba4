import { byId } from "./dom";

// Runs in whatever page it is pressed on: opens this site and hands it the page once it says that it is ready.
const program = (site: string): string => {
  const page = JSON.stringify(new URL("./index.html#from-page", site).href);
  const origin = JSON.stringify(new URL(site).origin);
  return `(()=>{const w=open(${page});addEventListener("message",e=>{e.source===w&&e.origin===${origin}&&e.data==="dehusk-ready"&&w.postMessage({html:document.documentElement.outerHTML,url:location.href},${origin})})})()`;
};

byId("bookmarklet", HTMLAnchorElement).href = `javascript:${encodeURIComponent(program(location.href))}`;
