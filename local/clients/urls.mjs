// Picture URLs by the npm package thumbor, as a browser asks for them, in JSON by name.
// node urls.mjs <server> <signing key> <key of the original>
import Thumbor from "thumbor";

const [server, signingKey, image] = process.argv.slice(2);
const picture = () => new Thumbor(signingKey, server).setImagePath(image);

const urls = {
  resized: picture().resize(300, 200),
  mirrored: picture().resize(150, 100).flipHorizontally().flipVertically(),
  cropped: picture().crop(300, 0, 600, 200).resize(60, 40),
  right: picture().resize(100, 300).halign("right").valign("top"),
  filled: picture().fitIn(200, 200).filter("fill(white, true)"),
  smart: picture().resize(100, 100).smartCrop(true).filter("format(webp)").filter("quality(70)"),
  curved: picture().resize(120, 80).filter("curve([(0,0),(255,255)],[],[],[])"),
  rounded: picture().resize(90, 60).filter("round_corner(5|9, 1, 2, 3)").filter("format(jpeg)"),
  described: picture().metaDataOnly(true),
};

const asked = Object.entries(urls).map(([name, url]) => [name, new URL(url.buildUrl()).href]);
console.log(JSON.stringify(Object.fromEntries(asked)));
