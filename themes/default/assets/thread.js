// What a page of a discussion does, in one file; each part looks for its element.
import "./live.js";
import "./reading.js";
import "./branches.js";
import "./answers.js";
import "./jump.js";
