import { type Operation, request } from './http';
import { Problem } from './problem';
import type { PresignedUpload } from './types';

/** The browser sets these itself and refuses them to scripts. */
const BROWSERS_OWN = new Set(['host', 'content-length']);

/** Sends a file by a presigned request. XMLHttpRequest, because fetch tells nothing of an upload's progress. */
export function upload(
  target: PresignedUpload,
  file: File,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(target.method, target.url);
    for (const [name, value] of Object.entries(target.headers)) {
      if (!BROWSERS_OWN.has(name.toLowerCase())) xhr.setRequestHeader(name, value);
    }
    xhr.upload.onprogress = (event) => onProgress(event.loaded);
    xhr.onload = () => (xhr.status < 300 ? resolve() : reject(new Problem(xhr.status)));
    xhr.onerror = () => reject(new Problem(0));
    xhr.onabort = () => reject(signal.reason);
    signal.addEventListener('abort', () => xhr.abort());
    xhr.send(file);
  });
}

/** Hands something to the browser to save. */
export function saveBlob(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // Some browsers read the blob only after the click returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A signed link to a file of any size: the browser saves it by itself, without a detour through memory. */
export function followDownload(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  link.click();
}

/** A link cannot carry the access token: fetch the file, then save it. */
export async function saveFile<Data extends Operation>(operation: Data, fileName: string): Promise<void> {
  const response = await request('GET', operation);
  saveBlob(await response.blob(), fileName);
}
