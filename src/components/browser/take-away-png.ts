import type {Drawing} from "./take-away-svg.js";

const sharpness = 2;

/** The drawing as a PNG of twice its size, for slides and for screens with fine dots. */
export async function drawPicture({text, width, height}: Drawing): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([text], {type: "image/svg+xml;charset=utf-8"}));
  try {
    const picture = new Image(width, height);
    picture.src = address;
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * sharpness;
    canvas.height = height * sharpness;
    canvas.getContext("2d")!.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (file) => (file ? resolve(file) : reject(new Error("the picture is too large"))),
        "image/png",
      ),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
