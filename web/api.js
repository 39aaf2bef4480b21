/** An error whose message can be shown as it is. */
export class ApiError extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/** Asks for leave to upload a file; the answer says where to PUT it and with which headers. */
export function requestUpload(upload) {
  return call("POST", "/uploads", upload);
}

export function imageRecord(id) {
  return call("GET", `/images/${encodeURIComponent(id)}`);
}

/** A page of images, newest first. */
export function listImages(limit, cursor) {
  const query = new URLSearchParams({ limit });
  if (cursor) {
    query.set("cursor", cursor);
  }
  return call("GET", `/images?${query}`);
}

export function deleteImage(id) {
  return call("DELETE", `/images/${encodeURIComponent(id)}`);
}

async function call(method, path, body) {
  const response = await reach(method, path, body);
  if (response.status === 204) {
    return undefined;
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new ApiError(answer.message ?? `The server answered ${response.status}.`, response.status);
  }
  return answer;
}

async function reach(method, path, body) {
  try {
    return await fetch(path, {
      method,
      headers: body ? { "content-type": "application/json" } : {},
      body: body ? JSON.stringify(body) : undefined,
    });
  } catch {
    throw new ApiError("The server can't be reached. Is the stack running?", 0);
  }
}
