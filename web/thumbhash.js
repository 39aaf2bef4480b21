/**
 * Paints a thumbhash: about 25 bytes that hold a picture's lowest frequencies (a cosine
 * transform of lightness, two colour differences and, if there is any, transparency).
 *
 * @param {string} base64
 * @returns {HTMLCanvasElement} a small picture, to be stretched to the real one's size
 */
export function paintThumbhash(base64) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const head = readHead(bytes);
  const [width, height] = paintedSize(head.columns / head.rows);
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  paint(image, head, readChannels(bytes, head));
  context.putImageData(image, 0, 0);
  return canvas;
}

const LONG_SIDE = 32;

function paintedSize(ratio) {
  return ratio > 1
    ? [LONG_SIDE, Math.max(1, Math.round(LONG_SIDE / ratio))]
    : [Math.max(1, Math.round(LONG_SIDE * ratio)), LONG_SIDE];
}

/** The averages, scales and numbers of coefficients in the first five or six bytes. */
function readHead(bytes) {
  const first = bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
  const second = bytes[3] | (bytes[4] << 8);
  const transparent = first >> 23 === 1;
  const landscape = second >> 15 === 1;
  const more = transparent ? 5 : 7;
  const fewer = Math.max(3, second & 7);
  return {
    transparent,
    columns: landscape ? more : fewer,
    rows: landscape ? fewer : more,
    lightness: { mean: (first & 63) / 63, scale: ((first >> 18) & 31) / 31 },
    yellowBlue: { mean: ((first >> 6) & 63) / 31.5 - 1, scale: (((second >> 3) & 63) / 63) * 1.25 },
    redGreen: { mean: ((first >> 12) & 63) / 31.5 - 1, scale: (((second >> 9) & 63) / 63) * 1.25 },
    opacity: transparent
      ? { mean: (bytes[5] & 15) / 15, scale: (bytes[5] >> 4) / 15 }
      : { mean: 1, scale: 0 },
  };
}

/** The coefficients, four bits each, channel after channel. */
function readChannels(bytes, head) {
  let position = (head.transparent ? 6 : 5) * 2;
  const read = (columns, rows, { mean, scale }) => {
    const waves = [];
    for (let row = 0; row < rows; row++) {
      for (let column = row ? 0 : 1; column * rows < columns * (rows - row); column++) {
        const nibble = (bytes[position >> 1] >> ((position & 1) * 4)) & 15;
        waves.push({ column, row, amount: (nibble / 7.5 - 1) * scale });
        position++;
      }
    }
    return { mean, waves };
  };
  return {
    lightness: read(head.columns, head.rows, head.lightness),
    yellowBlue: read(3, 3, head.yellowBlue),
    redGreen: read(3, 3, head.redGreen),
    opacity: head.transparent ? read(5, 5, head.opacity) : { mean: 1, waves: [] },
  };
}

function paint(image, head, channels) {
  const { width, height, data } = image;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (channel) => valueAt(channel, (x + 0.5) / width, (y + 0.5) / height);
      const lightness = at(channels.lightness);
      const yellowBlue = at(channels.yellowBlue);
      const redGreen = at(channels.redGreen);
      const blue = lightness - (2 / 3) * yellowBlue;
      const red = (3 * lightness - blue + redGreen) / 2;
      data.set([red, red - redGreen, blue, at(channels.opacity)].map(toByte), (y * width + x) * 4);
    }
  }
}

function valueAt({ mean, waves }, x, y) {
  let value = mean;
  for (const { column, row, amount } of waves) {
    value += 2 * amount * Math.cos(Math.PI * column * x) * Math.cos(Math.PI * row * y);
  }
  return value;
}

function toByte(value) {
  return Math.round(255 * Math.min(1, Math.max(0, value)));
}
