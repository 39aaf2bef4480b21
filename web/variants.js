import { element } from "./dom.js";
import { bytesInWords, sizeInWords } from "./words.js";

/** A list of an image's variants: each as a picture, with its size and its files. */
export function variantList() {
  const list = element("ul", { className: "variants" });
  const shown = new Set();

  function update(record) {
    for (const [name, files] of byName(record.variants ?? [])) {
      if (!shown.has(name)) {
        shown.add(name);
        list.append(variantItem(name, files));
      }
    }
  }

  return { list, update };
}

function byName(variants) {
  const names = new Map();
  for (const variant of variants) {
    names.set(variant.name, [...(names.get(variant.name) ?? []), variant]);
  }
  return names;
}

function variantItem(name, files) {
  const smallest = files.reduce((one, other) => (other.bytes < one.bytes ? other : one));
  const image = element("img", {
    src: smallest.url,
    alt: "",
    width: smallest.width,
    height: smallest.height,
    loading: "lazy",
    decoding: "async",
  });
  const links = element("span", { className: "files" });
  for (const file of files) {
    links.append(
      element("a", { href: file.url, target: "_blank", rel: "noopener" }, `${file.format} ${bytesInWords(file.bytes)}`),
    );
  }
  return element(
    "li",
    {},
    element(
      "figure",
      {},
      element("div", { className: "variant-picture" }, image),
      element(
        "figcaption",
        {},
        element("strong", {}, name),
        element("span", { className: "note" }, sizeInWords(smallest)),
        links,
      ),
    ),
  );
}
