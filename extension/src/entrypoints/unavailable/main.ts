import { translatePage } from "../../translate";

translatePage();
