import { element } from "./dom.js";
import { paintThumbhash } from "./thumbhash.js";

/**
 * A box of a picture's shape that shows its dominant colour and its thumbhash until the picture
 * itself is there, so that nothing jumps.
 */
export function pictureBox(className) {
  const box = element("div", { className: `picture ${className}` });
  let shown = "";

  function update({ record, url, alt }) {
    if (record.width && record.height) {
      box.style.setProperty("--ratio", `${record.width} / ${record.height}`);
    }
    if (record.dominantColor) {
      box.style.backgroundColor = record.dominantColor;
    }
    if (record.thumbhash && !box.querySelector("canvas")) {
      box.prepend(paintThumbhash(record.thumbhash));
    }
    if (url && url !== shown) {
      shown = url;
      const image = element("img", { src: url, alt, loading: "lazy", decoding: "async" });
      image.addEventListener("load", () => image.classList.add("loaded"));
      box.append(image);
    }
  }

  return { box, update };
}

/** The smallest file of a variant, as modern browsers would be given it. */
export function urlOf(record, name) {
  const files = (record.variants ?? []).filter((variant) => variant.name === name);
  return files.sort((one, other) => one.bytes - other.bytes)[0]?.url;
}
