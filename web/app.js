import { editor } from "./editor.js";
import { gallery } from "./gallery.js";
import { uploadCard } from "./upload-card.js";
import { upload } from "./upload.js";
import { variantList } from "./variants.js";
import { nameOf } from "./words.js";

const SIMULTANEOUS = 3;

const byId = (id) => document.getElementById(id);
const drop = byId("drop");
const files = byId("files");
const waiting = [];
let running = 0;

const images = gallery({ list: byId("gallery"), more: byId("more"), note: byId("gallery-note") }, showDetails);

function enqueue(chosen) {
  for (const file of chosen) {
    const { card, update } = uploadCard(file);
    update({ step: "waiting" });
    byId("uploads").prepend(card);
    waiting.push(() => upload(file, update));
  }
  startNext();
}

function startNext() {
  while (running < SIMULTANEOUS && waiting.length > 0) {
    running++;
    const start = waiting.shift();
    start().finally(() => {
      running--;
      startNext();
      images.refresh();
    });
  }
}

function showDetails(record) {
  const variants = variantList();
  variants.update(record);
  byId("details-title").textContent = nameOf(record.key);
  const edited = editor(record.key);
  byId("details-body").replaceChildren(variants.list, edited.form);
  byId("details").showModal();
  edited.show();
}

files.addEventListener("change", () => {
  enqueue(files.files);
  files.value = "";
});

for (const event of ["dragenter", "dragover"]) {
  drop.addEventListener(event, (dragged) => {
    dragged.preventDefault();
    drop.classList.add("over");
  });
}
drop.addEventListener("dragleave", () => drop.classList.remove("over"));
drop.addEventListener("drop", (dropped) => {
  dropped.preventDefault();
  drop.classList.remove("over");
  enqueue(dropped.dataTransfer.files);
});

images.refresh();
