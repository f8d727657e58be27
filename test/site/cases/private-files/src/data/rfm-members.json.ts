process.stdout.write(JSON.stringify([{customer_id: "C-10442"}]));
