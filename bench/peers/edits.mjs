// Carries out the edits of Serverless Image Handler with sharp, one after the other, each as a call with one
// argument: one job a line on stdin, one answer a line on stdout.
import { createInterface } from 'node:readline';
import sharp from 'sharp';

const own = new Set(['contentModeration', 'overlayWith', 'smartCrop', 'roundCrop', 'animated', 'stripExif', 'stripIcc']);

async function edited({ image, mark, same, grey, edits }) {
  const others = { 'mark.png': mark, 'same.png': same, 'grey.png': grey };
  const joined = (value) => (value.key ? Buffer.from(others[value.key], 'base64') : value);
  let picture = sharp(Buffer.from(image, 'base64'));
  for (const [name, value] of Object.entries(edits)) {
    if (name === 'overlayWith' && typeof value.options?.left !== 'string' && !value.wRatio && !value.alpha) {
      picture = picture.composite([{ input: Buffer.from(mark, 'base64'), ...value.options }]);
    } else if (name === 'boolean') {
      picture = picture.boolean(Buffer.from(same, 'base64'), value.operator);
    } else if (name === 'linear' && value.a) {
      picture = picture.linear(value.a, value.b);
    } else if (name === 'joinChannel') {
      picture = picture.joinChannel([value].flat().map(joined));
    } else if (name === 'resize' && value.ratio) {
      const { width, height } = await sharp(Buffer.from(image, 'base64')).metadata();
      picture = picture.resize(Math.round(width * value.ratio), Math.round(height * value.ratio));
    } else if (own.has(name)) {
      throw new Error(`${name} is not sharp's`);
    } else {
      picture = picture[name === 'crop' ? 'extract' : name](value);
    }
  }
  return picture.toColourspace('srgb').png({ palette: false }).toBuffer();
}

for await (const line of createInterface({ input: process.stdin })) {
  try {
    console.log(JSON.stringify({ png: (await edited(JSON.parse(line))).toString('base64') }));
  } catch (error) {
    console.log(JSON.stringify({ error: error.message }));
  }
}
