import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { leaveTask } from "../task";

// Runs before the page's script on the sites of automatic mode.
export default defineUnlistedScript(() => {
  leaveTask("auto");
});
