import { element } from "./dom.js";
import { pictureBox, urlOf } from "./picture.js";
import { variantList } from "./variants.js";
import { bytesInWords, sizeInWords, statusInWords } from "./words.js";

/** One upload on its way: what is going on, how far it is, and its variants as they appear. */
export function uploadCard(file) {
  const picture = pictureBox("upload-picture");
  const progress = element("progress", { max: 1, value: 0, aria: { label: `Upload of ${file.name}` } });
  const state = element("p", { className: "state", role: "status" });
  const facts = element("p", { className: "note" }, bytesInWords(file.size));
  const variants = variantList();
  const card = element(
    "li",
    { className: "card" },
    picture.box,
    element("div", { className: "card-body" }, element("h3", {}, file.name), facts, progress, state),
    variants.list,
  );

  function update({ step, share, record, error }) {
    card.dataset.step = step;
    state.textContent = stepInWords({ step, share, record, error });
    progress.hidden = step === "done" || step === "failed";
    if (step === "rendering") {
      progress.removeAttribute("value");
    } else {
      progress.value = share ?? 0;
    }
    if (record) {
      facts.textContent = [sizeInWords(record), record.format, bytesInWords(file.size)].filter(Boolean).join(" · ");
      picture.update({ record, url: urlOf(record, "card") ?? urlOf(record, "thumb"), alt: file.name });
      variants.update(record);
    }
  }

  update({ step: "checking" });
  return { card, update };
}

function stepInWords({ step, share = 0, record, error }) {
  switch (step) {
    case "waiting":
      return "Waiting for its turn";
    case "checking":
      return "Computing the checksum …";
    case "sending":
      return `Uploading … ${Math.floor(share * 100)} %`;
    case "rendering":
      return "Uploaded. Rendering the variants …";
    case "done":
      return "Ready";
    default:
      return error ?? record?.failure?.message ?? `It was ${statusInWords(record?.status)}.`;
  }
}
