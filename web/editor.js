import { element } from "./dom.js";
import { bytesInWords } from "./words.js";

/** Options to start from; the words are Thumbor's. */
const SAMPLES = [
  ["Square", "300x300/smart"],
  ["Fit", "fit-in/400x300"],
  ["Grey", "400x0/filters:grayscale()"],
  ["Round", "300x300/smart/filters:format(png):round_corner(150,255,255,255,1)"],
  ["Tinted", "400x0/filters:colorize(40,20,80,4040ff)"],
  ["Soft", "400x0/filters:blur(6)"],
  ["Text", "500x0/filters:text(Tintype,center,-20,sans-28,white)"],
];

/**
 * Tries out pictures by URL: options are typed, the picture, its address and where it came from
 * are shown. An unsigned address works where the stack allows it, as the local one does.
 *
 * @param {string} key of the original
 */
export function editor(key) {
  const options = element("input", {
    type: "text",
    value: SAMPLES[0][1],
    spellcheck: false,
    autocomplete: "off",
    aria: { label: "Options, in Thumbor's syntax" },
  });
  const samples = element("div", { className: "samples" });
  for (const [name, text] of SAMPLES) {
    const button = element("button", { type: "button", className: "button quiet" }, name);
    button.addEventListener("click", () => {
      options.value = text;
      show();
    });
    samples.append(button);
  }
  const link = element("a", { target: "_blank", rel: "noopener", className: "address" });
  const picture = element("div", { className: "variant-picture edited" });
  const note = element("p", { className: "note", role: "status" });
  const form = element(
    "form",
    { className: "editor" },
    element("h3", {}, "By URL"),
    element("div", { className: "edit-line" }, options, element("button", { className: "button" }, "Show")),
    samples,
    picture,
    note,
    link,
  );
  form.addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    show();
  });

  let newest = 0;

  async function show() {
    const mine = ++newest;
    const url = addressOf(options.value, key);
    link.href = url;
    link.textContent = url;
    note.textContent = "rendering";
    const shown = await fetched(url);
    if (mine !== newest) {
      return;
    }
    note.textContent = shown.words;
    note.classList.toggle("bad", !shown.picture);
    picture.replaceChildren();
    if (shown.picture) {
      // From the browser's cache: the page may show pictures of its own origin only, no blobs.
      const image = element("img", { src: url, alt: "The picture by these options" });
      image.addEventListener("load", () => {
        note.textContent = `${image.naturalWidth} × ${image.naturalHeight}, ${shown.words}`;
      });
      picture.append(image);
    }
  }

  return { form, show };
}

function addressOf(options, key) {
  const path = key.split("/").map(encodeURIComponent).join("/");
  const trimmed = options.trim().replace(/^\/+|\/+$/g, "");
  const encoded = encodeURI(trimmed).replaceAll("#", "%23").replaceAll("?", "%3F");
  return `/unsafe/${encoded ? `${encoded}/` : ""}${path}`;
}

async function fetched(url) {
  const started = performance.now();
  try {
    const response = await fetch(url, { headers: { accept: "image/avif,image/webp,image/*,*/*;q=0.8" } });
    const blob = await response.blob();
    const type = response.headers.get("content-type") ?? "";
    if (!response.ok || !type.startsWith("image/")) {
      return { picture: false, words: messageIn(await blob.text(), response.status) };
    }
    const from = response.headers.get("x-tintype-cache");
    const words = [type.replace("image/", ""), bytesInWords(blob.size), `${Math.round(performance.now() - started)} ms`];
    return { picture: true, words: [...words, ...(from ? [`from ${WORDS[from] ?? from}`] : [])].join(", ") };
  } catch {
    return { picture: false, words: "The server can't be reached. Is the stack running?" };
  }
}

/** What the local edge says of where an answer came from. */
const WORDS = { HIT: "the edge's cache", S3: "S3", RENDERED: "a new rendering" };

function messageIn(text, status) {
  try {
    return JSON.parse(text).message ?? `The server answered ${status}.`;
  } catch {
    return `The server answered ${status}.`;
  }
}
