// Does with sharp what bench/compare asks for: one job a line on stdin, one answer a line on stdout.
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import sharp from 'sharp';

// Every job is new to a server; a cache would only answer the repetitions of a benchmark.
sharp.cache(false);

const encoders = {
  jpeg: (image, job) => image.jpeg({ quality: job.quality }),
  webp: (image, job) => image.webp({ quality: job.quality }),
  avif: (image, job) => image.avif({ quality: job.quality, effort: job.effort }),
};

function encoded(image, width, job) {
  const resized = image.resize({ width, withoutEnlargement: true });
  return encoders[job.format](resized, job).toBuffer();
}

function opened(bytes, job) {
  return sharp(bytes, { animated: job.animated, limitInputPixels: false }).autoOrient();
}

const scripts = {
  // The best that we could write: decoded once, at the largest size, and everything else from
  // those pixels at the same time.
  async once(bytes, job) {
    const [largest] = job.widths;
    const { pages = 1 } = await sharp(bytes).metadata();
    if (job.widths.length === 1 || (job.animated && pages > 1)) {
      // Raw pixels know nothing of frames, so each file of an animation is decoded for itself.
      return Promise.all(job.widths.map((width) => encoded(opened(bytes, job), width, job)));
    }
    const { data, info } = await opened(bytes, job)
      .resize({ width: largest, withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    const pixels = sharp(data, { raw: { width, height, channels } });
    return Promise.all(job.widths.map((each) => encoded(pixels.clone(), each, job)));
  },

  // What a handler does that is asked for one size at a time.
  async separately(bytes, job) {
    const files = [];
    for (const width of job.widths) {
      files.push(await encoded(opened(bytes, job), width, job));
    }
    return files;
  },
};

async function timed(script, bytes, job) {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const files = await script(bytes, job);
  const millis = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { millis, cpuMillis: (user + system) / 1e3, bytes: files.map((file) => file.length) };
}

// sharp works on one picture with one thread unless told otherwise, which is not always best: each
// kind of job gets what was faster while it was warmed up.
const threads = new Map();

async function warmedUp(key, script, bytes, job) {
  const tried = [];
  for (const count of new Set([1, availableParallelism()])) {
    sharp.concurrency(count);
    await timed(script, bytes, job);
    const { millis } = await timed(script, bytes, job);
    tried.push({ count, millis });
  }
  tried.sort((a, b) => a.millis - b.millis);
  threads.set(key, tried[0].count);
}

async function answer(job) {
  const script = scripts[process.argv[2]];
  const bytes = await readFile(job.file);
  const key = `${job.file} ${job.name}`;
  if (!threads.has(key)) {
    await warmedUp(key, script, bytes, job);
  }
  sharp.concurrency(threads.get(key));
  return timed(script, bytes, job);
}

console.log(`sharp ${sharp.versions.sharp} on libvips ${sharp.versions.vips}, Node ${process.version}`);
for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await answer(JSON.parse(line))));
}
