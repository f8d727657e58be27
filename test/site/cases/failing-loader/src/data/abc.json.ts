throw new Error("abc.json is not there");
