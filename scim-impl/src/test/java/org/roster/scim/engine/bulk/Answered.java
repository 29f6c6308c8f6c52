package org.roster.scim.engine.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.stream.IntStream;

/** The response to a bulk request. */
record Answered(JsonObject message) {

    List<JsonObject> results() {
        return message.getJsonArray("Operations").getValuesAs(JsonObject.class);
    }

    JsonObject result(int index) {
        return results().get(index);
    }

    /** The statuses, which must be texts. */
    List<String> statuses() {
        return results().stream()
                .map(r -> ((JsonString) r.get("status")).getString())
                .toList();
    }

    /** The places of those that failed. */
    List<Integer> failed() {
        return IntStream.range(0, results().size())
                .filter(i -> statuses().get(i).compareTo("400") >= 0)
                .boxed()
                .toList();
    }

    /** The id at the end of a location. */
    String id(int index) {
        String location = result(index).getString("location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    Answered expect(String... statuses) {
        assertThat(statuses()).as(message.toString()).containsExactly(statuses);
        return this;
    }

    /** The detail of a failure, after making sure that it is a SCIM error of the status that the result has. */
    String detail(int index) {
        JsonObject error = result(index).getJsonObject("response");
        assertThat(error.getJsonArray("schemas").getString(0)).isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
        assertThat(error.getString("status")).isEqualTo(statuses().get(index));
        return error.getString("detail");
    }

    String scimType(int index) {
        return result(index).getJsonObject("response").getString("scimType", "");
    }
}
