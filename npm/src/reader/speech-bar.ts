import { iconButton } from "./button.js";
import { stepper } from "./controls.js";
import { element, icon } from "./dom.js";
import { choose, type Kit } from "./kit.js";
import type { Speech } from "./speech.js";

/** The bar at the foot while a text is read aloud: back, pause, on, speed, voice, stop. */
export function speechBar(kit: Kit, speech: Speech): HTMLElement {
  const { document, strings, store } = kit;
  const main = iconButton(document, "speech-toggle", strings.pause, "pause", speech.toggle);
  const voice = element(document, "select", { "data-action": "voice", "aria-label": strings.voice });
  voice.addEventListener("change", () => {
    choose(kit, { voice: voice.value });
  });
  const bar = element(
    document,
    "div",
    { class: "speech", role: "group", "aria-label": strings.listen, lang: strings.lang },
    iconButton(document, "speech-back", strings.previous, "previous", () => {
      speech.move(-1);
    }),
    main,
    iconButton(document, "speech-on", strings.next, "next", () => {
      speech.move(1);
    }),
    stepper(
      kit,
      "rate",
      strings.listen,
      [
        ["slower", strings.slower, "minus"],
        ["faster", strings.faster, "plus"],
      ],
      (value) => `${value} ×`,
    ),
    voice,
    iconButton(document, "speech-stop", strings.stop, "stop", speech.stop),
  );
  const fill = () => {
    const own = speech.voices();
    voice.replaceChildren(
      element(document, "option", { value: "" }, strings.voiceAuto),
      ...own.map(({ name, voiceURI }) => element(document, "option", { value: voiceURI }, name)),
    );
    voice.value = store.state.settings.voice;
    voice.hidden = own.length < 2;
  };
  store.watch((state, before) => {
    bar.hidden = state.speech === "off";
    if (state.speech === before.speech) return;
    if (before.speech === "off") fill();
    const paused = state.speech === "paused";
    const name = paused ? strings.listen : strings.pause;
    main.setAttribute("aria-label", name);
    main.title = name;
    main.replaceChildren(icon(document, paused ? "play" : "pause"));
  });
  return bar;
}
