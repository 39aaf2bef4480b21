import { ApiError, imageRecord, requestUpload } from "./api.js";
import { isStored, mayBeTriedAgain, put, refusal } from "./put.js";

const PUT_ATTEMPTS = 3;
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 5_000;
const PATIENCE = 5 * 60_000;
const FINISHED = new Set(["READY", "FAILED", "REJECTED", "DELETED"]);

/**
 * Takes one file all the way: checksum, leave, PUT, and looking at its record until that is
 * finished. Every change is told as `{step, share?, record?, error?}`, where step is one of
 * checking, sending, rendering, done and failed.
 */
export async function upload(file, tell) {
  try {
    tell({ step: "checking" });
    const leave = await requestUpload({
      filename: file.name,
      contentType: file.type || "application/octet-stream",
      bytes: file.size,
      checksumSha256: await sha256(file),
    });
    await send(file, leave, tell);
    tell({ step: "rendering", share: 1 });
    const record = await finished(leave.id, tell);
    tell({ step: record.status === "READY" ? "done" : "failed", record });
  } catch (error) {
    tell({ step: "failed", error: error.message });
  }
}

async function sha256(file) {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

async function send(file, leave, tell) {
  for (let attempt = 1; ; attempt++) {
    tell({ step: "sending", share: 0 });
    const status = await put(file, leave, (share) => tell({ step: "sending", share }));
    if (isStored(status)) {
      return;
    }
    if (attempt === PUT_ATTEMPTS || !mayBeTriedAgain(status)) {
      throw refusal(status);
    }
    await pause(500 * attempt);
  }
}

async function finished(id, tell) {
  const deadline = Date.now() + PATIENCE;
  for (let wait = FIRST_PAUSE; Date.now() < deadline; wait = Math.min(wait * 1.5, LONGEST_PAUSE)) {
    await pause(wait);
    const record = await imageRecord(id).catch(unlessBusy);
    if (!record) {
      continue;
    }
    if (FINISHED.has(record.status)) {
      return record;
    }
    tell({ step: "rendering", share: 1, record });
  }
  throw new ApiError("Rendering takes longer than expected. It goes on; look at the gallery later.", 0);
}

function unlessBusy(error) {
  if (error.status === 0 || error.status === 429 || error.status >= 500) {
    return undefined;
  }
  throw error;
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
