// The CloudFront Function that every viewer's request passes. It turns the address into the key of a
// derivative (docs/keys.md), so that S3 can be asked for it and the on-demand function after S3. It
// runs in cloudfront-js-2.0: ES5 and some newer things, no more than 10 KB, a millisecond of time.
// CloudFormation fills in the settings. The copy in template.yaml is written by the build.
const crypto = require('crypto');

const ORIGINALS = '${OriginalsBucket}';
const AVIF = '${AutoAvif}' === 'true';
const WEBP = '${AutoWebP}' === 'true';
// Under rewrite rules and in the dialect sih no address is certain to mean the image at its end.
const UNCERTAIN = '${Uncertain}' === 'true';

// Query parameters that mean something, sorted. All others are left out of the key.
const PARAMETERS = ['d', 'expires', 'fit', 'flip', 'flop', 'format', 'grayscale', 'greyscale', 'height',
  'quality', 'rotate', 'showExif', 'signature', 'width'];

const VARIANT = /^\/v\/([a-z0-9-]{1,40})(?:\.([a-z0-9]{1,8}))?\/(.+)$/;
const GRANTED = /^uploads\/([0-7][0-9A-HJKMNP-TV-Z]{25})\/[^/]+$/;
// Other ways to name an original; the function reads them.
const NOT_A_KEY = /^(\/|s3:|b64:|color:|https?:)/i;

// Addresses that Thumbor's clients write: parameters mean nothing there but for expires, and for the
// signature where the path has none.
const MARKED = /^\/{1,2}(unsafe|(?:[\w-]{27}|[\w-]{43}|[\w-]{86}(?:=|%3[Dd]))(?:=|%3[Dd]))\//;

const SIDE = '(?:[0-9]+(?:[.][0-9]+)?|[.][0-9]+)';
// Addresses whose image is certain to be a granted original: options in Thumbor's order, plain filters.
const CERTAIN = new RegExp('^(?:/(?:unsafe|[A-Za-z0-9_-]{27}(?:=|%3D)))?(?:/debug)?(?:/meta)?'
  + '(?:/trim(?::top-left|:bottom-right)?(?::[0-9]+)?)?(?:/' + [SIDE, 'x', SIDE, ':', SIDE, 'x', SIDE].join('') + ')?'
  + '(?:/(?:adaptive-)?(?:full-)?fit-in)?(?:/stretch)?(?:/-?(?:[0-9]+|orig)?x-?(?:[0-9]+|orig)?)?'
  + '(?:/[0-9]+x[0-9]+(?::[0-9]+x[0-9]+)?)?(?:/(?:left|right|center))?(?:/(?:top|bottom|middle))?'
  + '(?:/smart)?(?:/filters(?::[a-z_]+[(][^()[/%]*[)])+)?'
  + '/uploads/([0-7][0-9A-HJKMNP-TV-Z]{25})/[A-Za-z0-9._-]+$');

function handler(event) {
  const request = event.request;
  const uri = request.uri;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const refused = refusal(405, 'MethodNotAllowed', 'only GET and HEAD are allowed');
    refused.headers.allow = { value: 'GET, HEAD' };
    return refused;
  }
  if (uri === '/' || uri === '/derivatives' || uri.indexOf('/derivatives/') === 0) {
    return refusal(404, 'NotFound', 'there is nothing at this address');
  }
  const query = folded(uri, request.querystring);
  const filters = earliest(uri);
  const key = variant(uri, request) || expired(query.expires, filters) || adHoc(uri, query, filters, request);
  if (typeof key !== 'string') {
    return key;
  }
  if (key.length > 8000) {
    return refusal(414, 'UriTooLong', 'the address is too long');
  }
  request.uri = '/' + key;
  request.querystring = {};
  return request;
}

// What the viewer takes, of the formats that are negotiated.
function accepted(request) {
  const accept = request.headers.accept ? request.headers.accept.value : '';
  if (AVIF && takes(accept, 'avif')) {
    return 'avif';
  }
  return WEBP && takes(accept, 'webp') ? 'webp' : 'any';
}

function takes(accept, format) {
  const found = new RegExp('image/' + format + ' *(?:; *q=([0-9.]+))? *(?:[,;]|$)').exec(accept);
  return found !== null && !(Number(found[1]) === 0);
}

// The parameters that mean something; of several with one name the last.
function folded(uri, querystring) {
  const values = {};
  const marked = UNCERTAIN ? null : MARKED.exec(uri);
  const known = !marked ? PARAMETERS : marked[1] === 'unsafe' ? ['expires', 'signature'] : ['expires'];
  known.forEach(function (name) {
    const given = querystring[name];
    if (given) {
      values[name] = given.multiValue ? given.multiValue[given.multiValue.length - 1].value : given.value;
    }
  });
  return values;
}

function variant(uri, request) {
  const parts = VARIANT.exec(uri);
  const original = parts && decoded(parts[3]);
  if (!original || NOT_A_KEY.test(original)) {
    return undefined;
  }
  const format = parts[2] ? spelled(parts[2]) : accepted(request);
  const granted = GRANTED.exec(original);
  if (granted) {
    return 'derivatives/v/' + granted[1] + '/' + parts[1] + '.' + format;
  }
  const object = ORIGINALS + '/' + original;
  const bare = 'derivatives/v/' + hashed(object) + '/' + parts[1];
  const carrying = bare + '/' + encoded(object);
  // S3's 1,024 less a dot and the longest format, so that all formats have the same form.
  return (carrying.length <= 1015 ? carrying : bare) + '.' + format;
}

function spelled(format) {
  return format === 'jpg' ? 'jpeg' : format === 'tif' ? 'tiff' : format;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch (e) {
    return undefined;
  }
}

// 26 characters of base32 from the first 130 bits of SHA-256, three hexadecimal digits at a time.
function hashed(text) {
  const digits = crypto.createHash('sha256').update(text).digest('hex');
  let id = '';
  for (let bit = 0; bit < 130; bit += 5) {
    const twelve = parseInt(digits.substring(Math.floor(bit / 4), Math.floor(bit / 4) + 3), 16);
    id += '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt((twelve >> (7 - bit % 4)) & 31);
  }
  return id;
}

// A response when the time that the request names is over or none: `expires=` of Serverless Image
// Handler, 20991231T235959Z, and the filter expire() of imagor, milliseconds since 1970.
function expired(expires, filters) {
  if (expires !== undefined) {
    const iso = expires.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6.000Z');
    const end = iso === expires ? NaN : Date.parse(iso);
    // Some engines turn the 31st of June into the 1st of July.
    if (!(end >= 0) || new Date(end).toISOString() !== iso) {
      return refusal(400, 'ImageRequestExpiryFormat', 'expires: expected a time such as 20991231T235959Z');
    }
    if (end < Date.now()) {
      return refusal(400, 'ImageRequestExpired', 'the time in expires has passed');
    }
  }
  if (filters < Date.now()) {
    return refusal(410, 'Expired', 'the time in expire() has passed');
  }
  return undefined;
}

// The earliest time in filters expire(), however they are encoded; undefined without any, and NaN
// where one is written in a way that only the function understands.
function earliest(uri) {
  const times = (decoded(uri) || uri).split(/(?:filters|[)]):expire/).slice(1).map(function (rest) {
    // The next filter may have taken the parenthesis.
    const time = /^[(](\d{1,15})(?:[)]|$)/.exec(rest);
    return time ? Number(time[1]) : NaN;
  });
  return times.length ? Math.min.apply(null, times) : undefined;
}

function adHoc(uri, query, filters, request) {
  const pairs = Object.keys(query).map(function (name) {
    return name + '=' + query[name];
  });
  // With a parameter that says what to make, the path is the key alone.
  const plain = pairs.length > (query.expires === undefined ? 0 : 1) + (query.signature === undefined ? 0 : 1);
  const certain = UNCERTAIN || (plain && uri.indexOf('/uploads/') !== 0) ? null : CERTAIN.exec(uri);
  // What is under e/ is refused here in time. What isn't certain to be is not stored under r/ either.
  const expires = filters === undefined ? query.expires !== undefined : filters >= 0;
  // Its format doesn't depend on the viewer.
  const fixed = query.format !== undefined || query.showExif !== undefined || uri.indexOf(':format(') >= 0;
  return 'derivatives/' + (expires ? 'e/' : 'r/') + (certain ? certain[1] : '_') + '/'
    + encoded(uri.substring(1) + (pairs.length ? '?' + pairs.join('&') : ''))
    + '.' + (fixed ? 'any' : accepted(request));
}

// File systems end names at 255.
function encoded(text) {
  return Buffer.from(text).toString('base64url').replace(/(.{200})(?=.)/g, '$1/');
}

function refusal(status, code, message) {
  return {
    statusCode: status,
    headers: {
      'content-type': { value: 'application/json' },
      'cache-control': { value: 'no-store' },
    },
    body: JSON.stringify({ status: status, code: code, message: message }),
  };
}
