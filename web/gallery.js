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
      place(page, next ? null : older(page));
      // The first page, asked for anew, doesn't take back the others that are shown.
      if (next || tiles.size === page.images.length) {
        cursor = page.cursor;
      }
      more.hidden = !cursor;
      note.textContent = tiles.size ? "" : "Nothing here yet.";
    } catch (error) {
      note.textContent = error.message;
    } finally {
      more.disabled = false;
    }
  }

  /** The first tile behind a first page; where that is all there is, the others are no more. */
  function older(page) {
    const ids = new Set(page.images.map((record) => record.id));
    const others = [...list.children].filter((made) => !ids.has(made.dataset.id));
    if (page.cursor) {
      return others[0] ?? null;
    }
    for (const made of others) {
      made.remove();
      tiles.delete(made.dataset.id);
    }
    return null;
  }

  /** Puts a page's tiles before `end`. One that is as it was isn't touched: it keeps the focus. */
  function place(page, end) {
    for (const record of page.images.toReversed()) {
      let made = tiles.get(record.id);
      if (made?.dataset.status !== record.status) {
        const former = made;
        made = tile(record, open, remove);
        list.insertBefore(made, former ?? end);
        former?.remove();
        tiles.set(record.id, made);
      }
      end = made;
    }
  }

  async function remove(record) {
    if (!confirm(`Delete ${nameOf(record.key)} and all its variants for good?`)) {
      return;
    }
    try {
      await deleteImage(record.id);
      const gone = tiles.get(record.id);
      const neighbour = gone?.nextElementSibling ?? gone?.previousElementSibling;
      gone?.remove();
      tiles.delete(record.id);
      neighbour?.querySelector(".tile-foot button").focus();
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
  made.dataset.id = record.id;
  made.dataset.status = record.status;
  return made;
}
