import { ApiError } from "./api.js";

/** The browser sets these itself and lets nobody else do so. */
const BROWSERS_OWN = new Set(["content-length", "host"]);

/**
 * PUTs a file where the presign API said, with the headers that it signed.
 *
 * @param {(share: number) => void} onProgress told how much has gone, 0 to 1
 * @returns {Promise<number>} the HTTP status; 0 when S3 could not be reached
 */
export function put(file, { url, headers }, onProgress) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    for (const [name, value] of Object.entries(headers)) {
      if (!BROWSERS_OWN.has(name.toLowerCase())) {
        request.setRequestHeader(name, value);
      }
    }
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) {
        onProgress(event.loaded / event.total);
      }
    };
    request.onload = () => resolve(request.status);
    request.onerror = () => resolve(0);
    request.send(file);
  });
}

/** Whether a PUT is worth another try: another one was under way, S3 was busy or out of reach. */
export function mayBeTriedAgain(status) {
  return status === 0 || status === 409 || status >= 500;
}

/** 412: the file is there already, from a try whose answer was lost. */
export function isStored(status) {
  return status === 200 || status === 412;
}

export function refusal(status) {
  switch (status) {
    case 0:
      return new ApiError("The upload could not reach S3.", status);
    case 400:
      return new ApiError("S3 refused the file: it did not arrive as it was announced.", status);
    case 403:
      return new ApiError("S3 refused the upload: its leave has expired or doesn't fit the file.", status);
    default:
      return new ApiError(`S3 answered ${status}.`, status);
  }
}
