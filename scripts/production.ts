// Imported before everything else: React and others choose their fast form when they are first loaded.
process.env.NODE_ENV = "production";
