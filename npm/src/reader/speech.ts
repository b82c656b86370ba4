import type { Kit } from "./kit.js";
import { sentencesOf, type Sentence } from "./sentences.js";
import { valueOf } from "./settings.js";
import { TextMap } from "./text-map.js";

/** Reading aloud. */
export interface Speech {
  /** Starts, pauses or goes on. */
  toggle: () => void;
  stop: () => void;
  /** Goes some sentences on (or back). */
  move: (by: number) => void;
  /** Voices for the language of the text. */
  voices: () => SpeechSynthesisVoice[];
}

/** Reads a text aloud, sentence by sentence, and shows where. Pausing is stopping: not all platforms can pause a voice. */
export function speech(kit: Kit, prose: HTMLElement): Speech {
  const { document, article, store, signal, strings } = kit;
  const view = document.defaultView as Window & typeof globalThis;
  const synthesis = view.speechSynthesis as SpeechSynthesis | undefined;
  const lang = article.lang ?? "";
  let map = new TextMap(prose);
  let sentences: Sentence[] = [];
  let at = 0;
  /** Counts up, so that the end of a sentence that was cut off is not taken for that of the next. */
  let turn = 0;

  const voices = () =>
    (synthesis?.getVoices() ?? []).filter((voice) => lang === "" || sameLanguage(voice.lang, lang));
  const say = () => {
    const sentence = sentences[at];
    if (synthesis === undefined || sentence === undefined) {
      stop();
      return;
    }
    turn += 1;
    const mine = turn;
    synthesis.cancel();
    const { settings } = store.state;
    const utterance = new view.SpeechSynthesisUtterance(sentence.text);
    utterance.lang = lang;
    utterance.rate = valueOf(settings, "rate");
    const voice = voices().find(({ voiceURI }) => voiceURI === settings.voice);
    if (voice) utterance.voice = voice;
    utterance.onboundary = ({ name, charIndex, charLength }) => {
      if (mine !== turn || name !== "word") return;
      const start = sentence.start + charIndex;
      paint(view, "dehusk-word", map.range(start, start + (charLength || 1)));
    };
    utterance.onend = () => {
      if (mine !== turn) return;
      at += 1;
      say();
    };
    utterance.onerror = () => {
      if (mine !== turn) return;
      stop();
      store.change({ notice: strings.speechNone });
    };
    show(sentence);
    synthesis.speak(utterance);
  };
  const show = (sentence: Sentence) => {
    map = new TextMap(prose);
    const range = map.range(sentence.start, sentence.end);
    paint(view, "dehusk-word", null);
    paint(view, "dehusk-sentence", range);
    const box = range?.getBoundingClientRect();
    const away = box !== undefined && (box.top < 60 || box.bottom > view.innerHeight - 90);
    if (away) range?.startContainer.parentElement?.scrollIntoView({ block: "center" });
  };
  const silence = () => {
    turn += 1;
    synthesis?.cancel();
    paint(view, "dehusk-word", null);
  };
  const stop = () => {
    silence();
    paint(view, "dehusk-sentence", null);
    if (store.state.speech !== "off") store.change({ speech: "off" });
  };
  const start = () => {
    map = new TextMap(prose);
    sentences = sentencesOf(prose, map, article.lang);
    // From what the person has before their eyes.
    at = Math.max(
      0,
      sentences.findIndex(
        ({ start: from, end }) => (map.range(from, end)?.getBoundingClientRect().top ?? 0) > 50,
      ),
    );
  };
  signal.addEventListener("abort", stop);
  store.watch(({ settings, speech: now }, before) => {
    const changed = settings.rate !== before.settings.rate || settings.voice !== before.settings.voice;
    if (changed && now === "speaking") say();
  });
  return {
    voices,
    stop,
    toggle() {
      if (synthesis === undefined || sentencesOf(prose, map, article.lang).length === 0) {
        store.change({ notice: strings.speechNone });
        return;
      }
      if (store.state.speech === "speaking") {
        silence();
        store.change({ speech: "paused" });
        return;
      }
      if (store.state.speech === "off") start();
      store.change({ speech: "speaking" });
      say();
    },
    move(by) {
      if (store.state.speech === "off") return;
      at = Math.max(0, Math.min(sentences.length - 1, at + by));
      const sentence = sentences[at];
      if (store.state.speech === "speaking") say();
      else if (sentence !== undefined) show(sentence);
    },
  };
}

const sameLanguage = (one: string, other: string) =>
  one.split(/[-_]/)[0]?.toLowerCase() === other.split("-")[0]?.toLowerCase();

/** Marks a range without touching the tree; browsers without that way show nothing. */
function paint(view: Window & typeof globalThis, name: string, range: Range | null): void {
  const registry = (view.CSS as { highlights?: HighlightRegistry }).highlights;
  if (registry === undefined) return;
  if (range === null) registry.delete(name);
  else registry.set(name, new view.Highlight(range));
}
