### Texts of the rooms, shared by the consumer's phone, the desk and the console.
