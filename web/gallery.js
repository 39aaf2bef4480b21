import { deleteImage, listImages } from "./api.js";
import { element } from "./dom.js";
import { pictureBox, urlOf } from "./picture.js";
import { nameOf, sizeInWords, statusInWords } from "./words.js";

const PAGE = 24;

/**
 * The images that are there, newest first, a page at a time.
 *
 * @param {{list: HTMLElement, more: HTMLButtonElement, note: HTMLElement}} parts
 * @param {(record: object) => void} open called with the image that was chosen
 */
export function gallery({ list, more, note }, open) {
  let cursor;
  const tiles = new Map();

  async function show(next) {
    more.disabled = true;
    try {
      const page = await listImages(PAGE, next);
      if (!next) {
        list.replaceChildren();
        tiles.clear();
      }
      page.images.forEach(add);
      cursor = page.cursor;
      more.hidden = !cursor;
      note.textContent = tiles.size ? "" : "Nothing here yet.";
    } catch (error) {
      note.textContent = error.message;
    } finally {
      more.disabled = false;
    }
  }

  function add(record) {
    if (!tiles.has(record.id)) {
      const made = tile(record, open, remove);
      tiles.set(record.id, made);
      list.append(made);
    }
  }

  async function remove(record) {
    if (!confirm(`Delete ${nameOf(record.key)} and all its variants for good?`)) {
      return;
    }
    try {
      await deleteImage(record.id);
      tiles.get(record.id)?.remove();
      tiles.delete(record.id);
      note.textContent = tiles.size ? `${nameOf(record.key)} is deleted.` : "Nothing here any more.";
    } catch (error) {
      note.textContent = error.message;
    }
  }

  more.addEventListener("click", () => show(cursor));
  return { refresh: () => show(undefined) };
}

function tile(record, open, remove) {
  const name = nameOf(record.key);
  const picture = pictureBox("tile-picture");
  picture.update({ record, url: urlOf(record, "thumb"), alt: "" });
  const ready = record.status === "READY";
  const opener = element(
    "button",
    { type: "button", className: "tile-open", disabled: !ready, aria: { label: `Show the variants of ${name}` } },
    picture.box,
  );
  opener.addEventListener("click", () => open(record));
  const remover = element("button", { type: "button", className: "button quiet", aria: { label: `Delete ${name}` } }, "Delete");
  remover.addEventListener("click", () => remove(record));
  const facts = ready ? sizeInWords(record) : (record.failure?.message ?? statusInWords(record.status));
  const made = element(
    "li",
    { className: "tile" },
    opener,
    element("div", { className: "tile-foot" }, element("p", { className: "name", title: name }, name), remover),
    element("p", { className: "note" }, facts),
  );
  made.dataset.status = record.status;
  return made;
}
